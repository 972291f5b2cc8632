package dev.externaltenants.tenant.apps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The roles of an app: {@code …/applications/{clientId}/roles}. */
public final class AppRolesResource {

    private static final String RESOURCE_TYPE = "XT_APPLICATION_ROLE";

    private final AdminRequest request;
    private final String clientId;

    AppRolesResource(AdminRequest request, String clientId) {
        this.request = request;
        this.clientId = clientId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                toRead().list(), first, max, search, role -> role.value() + " " + role.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppRole created = toChange().create(Json.read(body, AppRole.class));
            request.created(RESOURCE_TYPE, created.value(), created);
            return Response.created(request.location(created.value()))
                    .header(HttpHeaders.ETAG, ETag.of(created))
                    .entity(Json.write(created))
                    .build();
        });
    }

    @GET
    @Path("{value}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("value") String value) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> answer(toRead().read(value)));
    }

    @PUT
    @Path("{value}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("value") String value, String body) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppRoles roles = toChange();
            checkVersion(roles, value);
            AppRole changed = roles.replace(value, Json.read(body, AppRole.class));
            event(OperationType.UPDATE).representation(changed).success();
            return answer(changed);
        });
    }

    @DELETE
    @Path("{value}")
    public Response delete(@PathParam("value") String value) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppRoles roles = toChange();
            checkVersion(roles, value);
            roles.delete(value);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private void checkVersion(AppRoles roles, String value) {
        roles.readAnew(request.session());
        ETag.check(request.session(), ETag.of(roles.read(value)));
    }

    private AppRoles toRead() {
        ClientModel app = registrations().find(clientId);
        request.applicationRights().requireView(app);
        return new AppRoles(app);
    }

    private AppRoles toChange() {
        ClientModel app = registrations().findToChange(clientId);
        request.applicationRights().requireConfigure(app);
        return new AppRoles(app);
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(
                request.session(), request.realm(), request.auth().adminAuth());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(RESOURCE_TYPE, operation);
    }

    private static Response answer(AppRole role) {
        return AdminRequest.answer(role, ETag.of(role));
    }
}
