package dev.externaltenants.tenant.administrators;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.accounts.AccountCalls;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One administrator: {@code …/administrators/{id}}. */
public final class AdministratorResource {

    private final AdminRequest request;
    private final String id;

    AdministratorResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() ->
                answer(administrators(request).read(administrators(request).find(id))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> {
            UserModel user = someoneElse();
            Administrator wanted = Json.read(body, Administrator.class);
            if (wanted.id() != null && !wanted.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of an administrator never changes.");
            }
            administrators(request).replace(user, wanted);
            Administrator changed = administrators(request).read(user);
            event(OperationType.UPDATE).representation(changed).success();
            return answer(changed);
        });
    }

    /** Removes the account at once; only customers can be restored. */
    @DELETE
    public Response delete() {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> {
            administrators(request).delete(someoneElse());
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    /** Sets a password, which the administrator changes at the next sign-in, and ends all sessions. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response resetPassword(String body) {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> {
            TemporaryPassword wanted = Json.read(body, TemporaryPassword.class);
            return calls().resetPassword(someoneElse(), wanted);
        });
    }

    /** Mails a link to choose a password. */
    @POST
    @Path("invitation")
    public Response invite() {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> calls().invite(this::toChange, ConsoleInvitation.in(request)));
    }

    /** So that a tenant's last administrator cannot lock everybody out. */
    private UserModel someoneElse() {
        UserModel user = toChange(request);
        if (user.getId().equals(request.auth().adminAuth().getUser().getId())) {
            throw TenantException.conflict(
                    "xt_administrator_self", null, "Nobody changes the own account here; use the account console.");
        }
        return user;
    }

    /** The version is looked at when no other writer can change it any more. */
    private UserModel toChange(AdminRequest in) {
        UserModel user = administrators(in).findToChange(id);
        ETag.check(request.session(), ETag.of(administrators(in).read(user)));
        return user;
    }

    private AccountCalls calls() {
        return new AccountCalls(request, AdministratorsResource.RESOURCE_TYPE);
    }

    private static Administrators administrators(AdminRequest in) {
        return new Administrators(in.session(), in.realm());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(AdministratorsResource.RESOURCE_TYPE, operation);
    }

    private static Response answer(Administrator administrator) {
        return AdminRequest.answer(administrator, ETag.of(administrator));
    }
}
