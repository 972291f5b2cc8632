package dev.externaltenants.customattributes.claims;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.Applications;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** Which attributes reach an app's tokens: {@code …/applications/{clientId}/claims}. */
public final class ApplicationClaimsResource {

    private static final String RESOURCE_TYPE = "XT_APPLICATION_CLAIMS";

    private final AdminRequest request;
    private final String clientId;

    public ApplicationClaimsResource(AdminRequest request, String clientId) {
        this.request = request;
        this.clientId = clientId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        // Claims show attributes to apps: who may see either may see them.
        if (!request.rights().mayView(AdministratorTask.ATTRIBUTES)) {
            request.rights().requireView(AdministratorTask.APPLICATIONS);
        }
        return ErrorResponses.translating(() -> answer(claims().list(Applications.find(request.realm(), clientId))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            // Two that replace the mappers at once would each leave some of the other's.
            request.takeTurn();
            ClientModel app = Applications.findToChange(request.realm(), clientId);
            request.applicationRights().requireConfigure(app);
            ApplicationClaims claims = claims();
            ETag.check(request.session(), ETag.of(claims.list(app)));
            claims.replace(app, Json.read(body, new TypeReference<List<ApplicationClaim>>() {}));
            List<ApplicationClaim> stored = claims.list(app);
            request.event(RESOURCE_TYPE, OperationType.UPDATE)
                    .representation(stored)
                    .success();
            return answer(stored);
        });
    }

    private static Response answer(List<ApplicationClaim> claims) {
        return AdminRequest.answer(claims, ETag.of(claims));
    }

    private ApplicationClaims claims() {
        return ApplicationClaims.of(request.session(), request.realm());
    }
}
