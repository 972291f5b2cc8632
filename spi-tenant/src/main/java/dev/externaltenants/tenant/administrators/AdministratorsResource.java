package dev.externaltenants.tenant.administrators;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.accounts.AccountCalls;
import dev.externaltenants.tenant.accounts.AccountPasswords;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.InvitationMail;
import dev.externaltenants.tenant.accounts.MadeAccount;
import dev.externaltenants.tenant.accounts.PreparedInvitation;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.models.UserModel;

/** The tenant's own administrators: {@code …/external-tenant/administrators}. */
public final class AdministratorsResource {

    static final String RESOURCE_TYPE = "XT_ADMINISTRATOR";

    private final AdminRequest request;

    public AdministratorsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> Response.ok(Json.write(administrators()
                        .list(AccountSearch.text(search), Paging.first(first), AccountSearch.max(max))
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireRealmAdmin();
        return ErrorResponses.translating(() -> {
            NewAdministrator wanted = Json.read(body, NewAdministrator.class);
            wanted.check();
            return new AccountCalls(request, RESOURCE_TYPE).create(own -> make(own, wanted));
        });
    }

    private static MadeAccount make(AdminRequest own, NewAdministrator wanted) {
        Administrators administrators = new Administrators(own.session(), own.realm());
        UserModel user = administrators.create(wanted.administrator());
        String password = null;
        PreparedInvitation invitation = null;
        if (wanted.invite()) {
            user.setEmailVerified(false);
            invitation = new InvitationMail(own.session(), own.realm()).prepare(user, ConsoleInvitation.in(own), "");
        } else {
            password = new AccountPasswords(own.session(), own.realm())
                    .set(user, new TemporaryPassword(wanted.password(), true));
        }
        return new MadeAccount(user.getId(), administrators.read(user), password, invitation);
    }

    @Path("{id}")
    public AdministratorResource administrator(@PathParam("id") String id) {
        return new AdministratorResource(request, id);
    }

    private Administrators administrators() {
        return new Administrators(request.session(), request.realm());
    }
}
