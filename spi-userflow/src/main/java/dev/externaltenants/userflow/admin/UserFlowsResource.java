package dev.externaltenants.userflow.admin;

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

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.EntityVersion;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The tenant's user flows: {@code …/external-tenant/user-flows}. */
public final class UserFlowsResource {

    static final String RESOURCE_TYPE = "XT_USER_FLOW";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public UserFlowsResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") Integer first, @QueryParam("max") Integer max, @QueryParam("search") String search) {
        auth.realm().requireViewRealm();
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                UserFlowProvider.of(session).list(realm),
                                first,
                                max,
                                search,
                                flow -> flow.name() + " " + flow.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        auth.realm().requireManageRealm();
        return ErrorResponses.translating(() -> {
            UserFlow requested = Json.read(body, UserFlow.class);
            if (requested.id() != null) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The server gives the id.");
            }
            UserFlow created = new ConcurrentCreation(session).create(realm, requested);
            adminEvent
                    .resource(RESOURCE_TYPE)
                    .operation(OperationType.CREATE)
                    .resourcePath(session.getContext().getUri(), created.id())
                    .representation(created)
                    .success();
            return Response.created(session.getContext()
                            .getUri()
                            .getAbsolutePathBuilder()
                            .path(created.id())
                            .build())
                    .header(HttpHeaders.ETAG, EntityVersion.etag(created.version()))
                    .entity(Json.write(created))
                    .build();
        });
    }

    @Path("{id}")
    public UserFlowResource userFlow(@PathParam("id") String id) {
        return new UserFlowResource(session, realm, auth, adminEvent, id);
    }
}
