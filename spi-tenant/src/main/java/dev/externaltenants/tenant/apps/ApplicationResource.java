package dev.externaltenants.tenant.apps;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.claims.ApplicationClaimsResource;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One app: {@code …/applications/{clientId}}. */
public final class ApplicationResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final String clientId;

    ApplicationResource(
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
    public Response read() {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            ClientModel client = registrations().find(clientId);
            auth.clients().requireView(client);
            return answer(AppClient.read(client));
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            AppRegistrations registrations = registrations();
            ClientModel client = registrations.findToChange(clientId);
            auth.clients().requireConfigure(client);
            Application wanted = Json.read(body, Application.class);
            AppVersion.check(session, AppClient.read(client));
            if (registrations.changesUserFlow(client, wanted)) {
                // As for the mapping at the user flow.
                auth.realm().requireManageRealm();
            }
            registrations.replace(client, wanted);
            Application app = AppClient.read(client);
            event(OperationType.UPDATE).representation(app).success();
            return answer(app);
        });
    }

    @DELETE
    public Response delete() {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            AppRegistrations registrations = registrations();
            ClientModel client = registrations.findToChange(clientId);
            auth.clients().requireManage(client);
            registrations.delete(client);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    /** Gives the app a new secret, shown this once. */
    @POST
    @Path("secret")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rotateSecret() {
        auth.clients().requireList();
        return ErrorResponses.translating(() -> {
            ClientModel client = registrations().findToChange(clientId);
            auth.clients().requireConfigure(client);
            String secret = new AppSecrets(session, auth.adminAuth()).rotate(client);
            event(OperationType.ACTION).success();
            return Response.ok(Json.write(Map.of("secret", secret)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @Path("roles")
    public AppRolesResource roles() {
        return new AppRolesResource(session, realm, auth, adminEvent, clientId);
    }

    @Path("claims")
    public ApplicationClaimsResource claims() {
        return new ApplicationClaimsResource(session, realm, auth, adminEvent, clientId);
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(session, realm, auth.adminAuth());
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent
                .resource(ApplicationsResource.RESOURCE_TYPE)
                .operation(operation)
                .resourcePath(session.getContext().getUri());
    }

    private static Response answer(Application app) {
        return Response.ok(Json.write(app), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, AppVersion.etag(app))
                .build();
    }
}
