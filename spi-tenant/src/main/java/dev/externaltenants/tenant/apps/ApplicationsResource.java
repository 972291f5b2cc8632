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

import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.models.ClientModel;

/**
 * The tenant's apps: {@code …/external-tenant/applications}.
 *
 * <p>An app is a client, so who may not see or change clients at Keycloak may not do it here either.
 */
public final class ApplicationsResource {

    static final String RESOURCE_TYPE = "XT_APPLICATION";

    private final AdminRequest request;

    public ApplicationsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppThemes themes = AppThemes.ofMany(request.session(), request.realm());
            return Response.ok(Json.write(Paging.page(
                                    registrations().list().filter(request.applicationRights()::mayView),
                                    first,
                                    max,
                                    search,
                                    ApplicationsResource::searched)
                            .map(client -> ApplicationView.of(client, themes))
                            .toList()))
                    .build();
        });
    }

    private static String searched(ClientModel client) {
        return client.getClientId() + " " + (client.getName() == null ? "" : client.getName());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response register(String body) {
        request.rights().requireManage(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            Application wanted = Json.read(body, Application.class);
            if (wanted.userFlow() != null) {
                // As for the mapping of a client that exists.
                request.rights().requireManage(AdministratorTask.USER_FLOWS);
            }
            ClientModel client = registrations().register(wanted);
            Application app = AppClient.read(client);
            request.created(RESOURCE_TYPE, app.clientId(), app);
            return Response.created(request.location(app.clientId()))
                    .header(HttpHeaders.ETAG, ETag.of(new ApplicationView(app, null)))
                    // It holds the secret, which is shown once.
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(Json.write(RegisteredApplication.of(request.session(), client, app)))
                    .build();
        });
    }

    @Path("{clientId}")
    public ApplicationResource application(@PathParam("clientId") String clientId) {
        return new ApplicationResource(request, clientId);
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(
                request.session(), request.realm(), request.auth().adminAuth());
    }
}
