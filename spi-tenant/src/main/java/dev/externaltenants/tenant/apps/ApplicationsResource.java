package dev.externaltenants.tenant.apps;

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

import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The tenant's apps: {@code …/external-tenant/applications}.
 *
 * <p>An app is a client, so who may not see or change clients at Keycloak may not do it here either.
 */
public final class ApplicationsResource {

    static final String RESOURCE_TYPE = "XT_APPLICATION";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public ApplicationsResource(
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
        auth.clients().requireList();
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                registrations().list().filter(auth.clients()::canView),
                                first,
                                max,
                                search,
                                ApplicationsResource::searched)
                        .map(AppClient::read)
                        .toList()))
                .build());
    }

    private static String searched(ClientModel client) {
        return client.getClientId() + " " + (client.getName() == null ? "" : client.getName());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response register(String body) {
        auth.clients().requireManage();
        return ErrorResponses.translating(() -> {
            Application wanted = Json.read(body, Application.class);
            if (wanted.userFlow() != null) {
                // As for the mapping of a client that exists.
                auth.realm().requireManageRealm();
            }
            ClientModel client = registrations().register(wanted);
            Application app = AppClient.read(client);
            adminEvent
                    .resource(RESOURCE_TYPE)
                    .operation(OperationType.CREATE)
                    .resourcePath(session.getContext().getUri(), app.clientId())
                    .representation(app)
                    .success();
            return Response.created(session.getContext()
                            .getUri()
                            .getAbsolutePathBuilder()
                            .path(app.clientId())
                            .build())
                    .header(HttpHeaders.ETAG, AppVersion.etag(app))
                    // It holds the secret, which is shown once.
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Json.write(RegisteredApplication.of(session, client, app)))
                    .build();
        });
    }

    @Path("{clientId}")
    public ApplicationResource application(@PathParam("clientId") String clientId) {
        return new ApplicationResource(session, realm, auth, adminEvent, clientId);
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(session, realm, auth.adminAuth());
    }
}
