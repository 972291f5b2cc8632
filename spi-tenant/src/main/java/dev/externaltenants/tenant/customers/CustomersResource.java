package dev.externaltenants.tenant.customers;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.UserDirectory.Wanted;
import dev.externaltenants.tenant.accounts.AccountCalls;
import dev.externaltenants.tenant.accounts.AccountPasswords;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.InvitationMail;
import dev.externaltenants.tenant.accounts.MadeAccount;
import dev.externaltenants.tenant.accounts.PreparedInvitation;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Flag;
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
            @QueryParam("attribute") List<String> attributes,
            @QueryParam("disabled") String disabled,
            @QueryParam("deleted") String deleted) {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        Customers customers = customers();
        return ErrorResponses.translating(() -> Response.ok(Json.write(customers
                        .list(
                                AccountSearch.text(search),
                                customers.having(attributes),
                                Flag.of("disabled", disabled)
                                        .map(only -> only ? Wanted.ONLY : Wanted.NONE)
                                        .orElse(Wanted.ANY),
                                Flag.of("deleted", deleted).orElse(false),
                                Paging.first(first),
                                AccountSearch.max(max))
                        .filter(request.customerRights()::mayView)
                        .map(customers()::read)
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
            return new AccountCalls(request, RESOURCE_TYPE).create(own -> make(own, wanted));
        });
    }

    private static MadeAccount make(AdminRequest own, NewCustomer wanted) {
        Customers customers = new Customers(own.session(), own.realm());
        if (wanted.passwordless()) {
            customers.expectCodeCustomers();
        }
        UserModel user = customers.create(wanted.customer());
        String password = null;
        PreparedInvitation invitation = null;
        if (wanted.invitation() != null) {
            user.setEmailVerified(false);
            invitation =
                    new InvitationMail(own.session(), own.realm()).prepare(user, wanted.invitation(), "invitation.");
        } else if (!wanted.passwordless()) {
            password = new AccountPasswords(own.session(), own.realm())
                    .set(user, new TemporaryPassword(wanted.password(), wanted.forceChangePasswordNextSignIn()));
        }
        return new MadeAccount(user.getId(), customers.read(user), password, invitation);
    }

    @Path("{id}")
    public CustomerResource customer(@PathParam("id") String id) {
        return new CustomerResource(request, id);
    }

    private Customers customers() {
        return new Customers(request.session(), request.realm());
    }
}
