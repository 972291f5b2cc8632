package dev.externaltenants.tenant.customers;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.accounts.AccountAccess;
import dev.externaltenants.tenant.accounts.AccountPasswords;
import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.tenant.accounts.InvitationMail;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One customer: {@code …/customers/{id}}. */
public final class CustomerResource {

    private final AdminRequest request;
    private final String id;

    CustomerResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(
                () -> answer(customers().read(customers().find(id))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            Customers customers = customers();
            UserModel user = toChange();
            Customer wanted = Json.read(body, Customer.class);
            if (wanted.id() != null && !wanted.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of a customer never changes.");
            }
            customers.replace(user, wanted);
            Customer changed = customers.read(user);
            event(OperationType.UPDATE).representation(changed).success();
            return answer(changed);
        });
    }

    /** Deletes the customer so that it can be restored, or one that is deleted already for good. */
    @DELETE
    public Response delete(@QueryParam("permanent") String permanent) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            Customers customers = customers();
            boolean forGood = permanent != null && CustomersResource.flag("permanent", permanent);
            UserModel user = toChange();
            if (forGood) {
                customers.deleteForGood(user);
            } else {
                customers.delete(user);
            }
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    @POST
    @Path("restore")
    @Produces(MediaType.APPLICATION_JSON)
    public Response restore() {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            Customers customers = customers();
            UserModel user = toChange();
            customers.restore(user);
            event(OperationType.ACTION).success();
            return answer(customers.read(user));
        });
    }

    /** Sets a password, which the customer changes at the next sign-in, and ends all sessions. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response resetPassword(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            TemporaryPassword wanted = Json.read(body, TemporaryPassword.class);
            UserModel user = changeable();
            String generated = new AccountPasswords(request.session(), request.realm()).set(user, wanted);
            new AccountAccess(request.session(), request.realm()).end(user);
            event(OperationType.ACTION).success();
            return Response.ok(Json.write(generated == null ? Map.of() : Map.of("temporaryPassword", generated)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    /** Mails a link to choose a password. */
    @POST
    @Path("invitation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            Invitation invitation = Json.read(body, Invitation.class);
            new InvitationMail(request.session(), request.realm()).send(changeable(), invitation, "");
            event(OperationType.ACTION).success();
            return Response.noContent().build();
        });
    }

    private UserModel changeable() {
        Customers customers = customers();
        UserModel user = toChange();
        customers.requireNotDeleted(user);
        return user;
    }

    private UserModel toChange() {
        UserModel user = customers().findToChange(id);
        ETag.check(request.session(), ETag.of(customers().read(user)));
        return user;
    }

    private Customers customers() {
        return new Customers(request.session(), request.realm());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(CustomersResource.RESOURCE_TYPE, operation);
    }

    private static Response answer(Customer customer) {
        return AdminRequest.answer(customer, ETag.of(customer));
    }
}
