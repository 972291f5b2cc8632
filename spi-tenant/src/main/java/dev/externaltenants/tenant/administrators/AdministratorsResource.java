package dev.externaltenants.tenant.administrators;

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

import dev.externaltenants.tenant.accounts.AccountPasswords;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
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
            Administrators administrators = administrators();
            UserModel user = administrators.create(wanted.administrator());
            String password = null;
            if (wanted.invite()) {
                user.setEmailVerified(false);
                new ConsoleInvitation(request.session(), request.realm()).send(user);
            } else {
                password = new AccountPasswords(request.session(), request.realm())
                        .set(user, new TemporaryPassword(wanted.password(), true));
            }
            Administrator administrator = administrators.read(user);
            request.created(RESOURCE_TYPE, administrator.id(), administrator);
            return Response.created(request.location(administrator.id()))
                    .header(HttpHeaders.ETAG, ETag.of(administrator))
                    // It may hold the password, which is shown once.
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Json.write(new CreatedAdministrator(administrator, password)))
                    .build();
        });
    }

    @Path("{id}")
    public AdministratorResource administrator(@PathParam("id") String id) {
        return new AdministratorResource(request, id);
    }

    private Administrators administrators() {
        return new Administrators(request.session(), request.realm());
    }
}
