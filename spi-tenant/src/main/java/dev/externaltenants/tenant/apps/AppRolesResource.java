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

import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The roles of an app: {@code …/applications/{clientId}/roles}. */
public final class AppRolesResource {

    private static final String RESOURCE_TYPE = "XT_APPLICATION_ROLE";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final String clientId;

    AppRolesResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            String clientId) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.clientId = clientId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") Integer first, @QueryParam("max") Integer max, @QueryParam("search") String search) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                toRead().list(), first, max, search, role -> role.value() + " " + role.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            AppRole created = toChange().create(Json.read(body, AppRole.class));
            adminEvent
                    .resource(RESOURCE_TYPE)
                    .operation(OperationType.CREATE)
                    .resourcePath(session.getContext().getUri(), created.value())
                    .representation(created)
                    .success();
            return Response.created(session.getContext()
                            .getUri()
                            .getAbsolutePathBuilder()
                            .path(created.value())
                            .build())
                    .header(HttpHeaders.ETAG, AppVersion.etag(created))
                    .entity(Json.write(created))
                    .build();
        });
    }

    @GET
    @Path("{value}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("value") String value) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> answer(toRead().read(value)));
    }

    @PUT
    @Path("{value}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("value") String value, String body) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            AppRoles roles = toChange();
            AppVersion.check(session, roles.read(value));
            AppRole changed = roles.replace(value, Json.read(body, AppRole.class));
            event(OperationType.UPDATE).representation(changed).success();
            return answer(changed);
        });
    }

    @DELETE
    @Path("{value}")
    public Response delete(@PathParam("value") String value) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            toChange().delete(value);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private AppRoles toRead() {
        ClientModel app = registrations().find(clientId);
        auth.clients().requireView(app);
        return new AppRoles(app);
    }

    private AppRoles toChange() {
        ClientModel app = registrations().findToChange(clientId);
        auth.clients().requireConfigure(app);
        return new AppRoles(app);
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(session, realm, auth.adminAuth());
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent
                .resource(RESOURCE_TYPE)
                .operation(operation)
                .resourcePath(session.getContext().getUri());
    }

    private static Response answer(AppRole role) {
        return Response.ok(Json.write(role), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, AppVersion.etag(role))
                .build();
    }
}
