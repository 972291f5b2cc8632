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

import dev.externaltenants.claimsextension.rest.ClaimsMappingResource;
import dev.externaltenants.customattributes.claims.ApplicationClaimsResource;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One app: {@code …/applications/{clientId}}. */
public final class ApplicationResource {

    private final AdminRequest request;
    private final String clientId;

    ApplicationResource(AdminRequest request, String clientId) {
        this.request = request;
        this.clientId = clientId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            ClientModel client = registrations().find(clientId);
            request.applicationRights().requireView(client);
            return answer(client);
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppRegistrations registrations = registrations();
            ClientModel client = registrations.findToChange(clientId);
            request.applicationRights().requireConfigure(client);
            ApplicationView present = view(client);
            ETag.check(request.session(), ETag.of(present));
            Application wanted = present.replacedBy(body);
            if (registrations.changesUserFlow(client, wanted)) {
                // As for the mapping at the user flow.
                request.applicationRights().requireAssign(client);
            }
            registrations.replace(client, wanted);
            event(OperationType.UPDATE).representation(AppClient.read(client)).success();
            return answer(client);
        });
    }

    @DELETE
    public Response delete() {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            AppRegistrations registrations = registrations();
            ClientModel client = registrations.findToChange(clientId);
            request.applicationRights().requireDelete(client);
            checkVersion(client);
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
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            ClientModel client = registrations().findToChange(clientId);
            request.applicationRights().requireConfigure(client);
            checkVersion(client);
            String secret = new AppSecrets(request.session(), request.auth().adminAuth()).rotate(client);
            event(OperationType.ACTION).success();
            return Response.ok(Json.write(Map.of("secret", secret)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    /** What the registration answered beside the app, without the secret: no part of the app, which may be sent back. */
    @GET
    @Path("setup")
    @Produces(MediaType.APPLICATION_JSON)
    public Response setup() {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            ClientModel client = registrations().find(clientId);
            request.applicationRights().requireView(client);
            return Response.ok(
                            Json.write(AppSetup.of(request.session(), request.realm(), AppClient.read(client), null)))
                    .build();
        });
    }

    @Path("roles")
    public AppRolesResource roles() {
        return new AppRolesResource(request, clientId);
    }

    @Path("claims")
    public ApplicationClaimsResource claims() {
        return new ApplicationClaimsResource(request, clientId);
    }

    @Path("claims-mapping")
    public ClaimsMappingResource claimsMapping() {
        return new ClaimsMappingResource(request, clientId);
    }

    private void checkVersion(ClientModel client) {
        ETag.check(request.session(), ETag.of(view(client)));
    }

    private AppRegistrations registrations() {
        return new AppRegistrations(
                request.session(), request.realm(), request.auth().adminAuth());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(ApplicationsResource.RESOURCE_TYPE, operation);
    }

    private Response answer(ClientModel client) {
        ApplicationView view = view(client);
        return AdminRequest.answer(view, ETag.of(view));
    }

    private ApplicationView view(ClientModel client) {
        return ApplicationView.of(client, AppThemes.ofOne(request.session(), request.realm()));
    }
}
