package dev.externaltenants.userflow.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.EntityVersion;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One user flow: {@code …/user-flows/{id}}. */
public final class UserFlowResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final String id;

    UserFlowResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            String id) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        auth.realm().requireViewRealm();
        return ErrorResponses.translating(() -> answer(existing()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response update(String body) {
        auth.realm().requireManageRealm();
        return ErrorResponses.translating(() -> {
            UserFlow present = existing();
            UserFlow requested = Json.read(body, UserFlow.class);
            if (requested.id() != null && !requested.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of a user flow never changes.");
            }
            long from = EntityVersion.expected(session, requested.version(), present.version());
            UserFlow updated = UserFlowProvider.of(session).update(realm, requested.withIdAndVersion(id, from));
            event(OperationType.UPDATE).representation(updated).success();
            return answer(updated);
        });
    }

    @DELETE
    public Response delete() {
        auth.realm().requireManageRealm();
        return ErrorResponses.translating(() -> {
            UserFlowProvider.of(session).delete(realm, id);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    @Path("applications")
    public UserFlowApplicationsResource applications() {
        return new UserFlowApplicationsResource(session, realm, auth, adminEvent, this::existing);
    }

    @Path("run")
    public UserFlowRunResource run() {
        return new UserFlowRunResource(session, realm, auth, this::existing);
    }

    private UserFlow existing() {
        return UserFlowProvider.of(session)
                .find(realm, id)
                .orElseThrow(() -> TenantException.notFound("xt_flow_not_found", "There is no user flow of this id."));
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent
                .resource(UserFlowsResource.RESOURCE_TYPE)
                .operation(operation)
                .resourcePath(session.getContext().getUri());
    }

    private static Response answer(UserFlow flow) {
        return Response.ok(Json.write(flow), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EntityVersion.etag(flow.version()))
                .build();
    }
}
