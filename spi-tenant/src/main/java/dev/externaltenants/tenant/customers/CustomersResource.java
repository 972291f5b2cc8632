package dev.externaltenants.tenant.customers;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.UserDirectory.Wanted;
import dev.externaltenants.tenant.accounts.AccountPasswords;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.InvitationMail;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.models.UserModel;

/** The tenant's customers: {@code …/external-tenant/customers}. */
public final class CustomersResource {

    static final String RESOURCE_TYPE = "XT_CUSTOMER";

    private final AdminRequest request;

    public CustomersResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first,
            @QueryParam("max") String max,
            @QueryParam("search") String search,
            @QueryParam("disabled") String disabled,
            @QueryParam("deleted") String deleted) {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(customers()
                        .list(
                                AccountSearch.text(search),
                                disabled == null ? Wanted.ANY : flag("disabled", disabled) ? Wanted.ONLY : Wanted.NONE,
                                deleted != null && flag("deleted", deleted),
                                Paging.first(first),
                                AccountSearch.max(max))
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            NewCustomer wanted = Json.read(body, NewCustomer.class);
            wanted.check();
            Customers customers = customers();
            if (wanted.passwordless()) {
                customers.expectCodeCustomers();
            }
            UserModel user = customers.create(wanted.customer());
            String password = null;
            if (wanted.invitation() != null) {
                user.setEmailVerified(false);
                new InvitationMail(request.session(), request.realm()).send(user, wanted.invitation(), "invitation.");
            } else if (!wanted.passwordless()) {
                password = new AccountPasswords(request.session(), request.realm())
                        .set(user, new TemporaryPassword(wanted.password(), wanted.forceChangePasswordNextSignIn()));
            }
            Customer customer = customers.read(user);
            request.created(RESOURCE_TYPE, customer.id(), customer);
            return Response.created(request.location(customer.id()))
                    .header(HttpHeaders.ETAG, ETag.of(customer))
                    // It may hold the password, which is shown once.
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Json.write(new CreatedCustomer(customer, password)))
                    .build();
        });
    }

    @Path("{id}")
    public CustomerResource customer(@PathParam("id") String id) {
        return new CustomerResource(request, id);
    }

    private Customers customers() {
        return new Customers(request.session(), request.realm());
    }

    static boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw TenantException.invalid("xt_invalid_value", name, "Either true or false.");
        };
    }
}
