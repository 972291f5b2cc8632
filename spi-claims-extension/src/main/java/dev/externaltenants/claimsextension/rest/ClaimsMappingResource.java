package dev.externaltenants.claimsextension.rest;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.mapping.AppClaimsMapping;
import dev.externaltenants.claimsextension.mapping.ClaimsMapping;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.Applications;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** What of an extension's answer an app gets, and under which names: {@code …/applications/{clientId}/claims-mapping}. */
public final class ClaimsMappingResource {

    private static final String RESOURCE_TYPE = "XT_CLAIMS_MAPPING";

    private final AdminRequest request;
    private final String clientId;

    public ClaimsMappingResource(AdminRequest request, String clientId) {
        this.request = request;
        this.clientId = clientId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        // It shows what extensions say to apps: who may see either may see it.
        if (!request.rights().mayView(AdministratorTask.EXTENSIONS)) {
            request.rights().requireView(AdministratorTask.APPLICATIONS);
        }
        return ErrorResponses.translating(() -> answer(existing(Applications.find(request.realm(), clientId))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange();
            checkVersion(app);
            ClaimsMapping mapping = Json.read(body, ClaimsMapping.class);
            AppClaimsMapping.store(app, mapping);
            request.event(RESOURCE_TYPE, OperationType.UPDATE)
                    .representation(mapping)
                    .success();
            return answer(mapping);
        });
    }

    @DELETE
    public Response delete() {
        request.rights().requireView(AdministratorTask.APPLICATIONS);
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange();
            if (!AppClaimsMapping.isOf(app)) {
                throw notFound();
            }
            checkVersion(app);
            AppClaimsMapping.remove(app);
            request.event(RESOURCE_TYPE, OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private ClientModel toChange() {
        request.takeTurn();
        ClientModel app = Applications.findToChange(request.realm(), clientId);
        request.applicationRights().requireConfigure(app);
        return app;
    }

    /** One that breaks a rule, as of an import while we were not there, has no version, so that it can be replaced. */
    private void checkVersion(ClientModel app) {
        ETag.check(request.session(), readable(app).map(ETag::of).orElse(null));
    }

    private static Optional<ClaimsMapping> readable(ClientModel app) {
        try {
            return AppClaimsMapping.of(app);
        } catch (TenantException broken) {
            return Optional.empty();
        }
    }

    private static ClaimsMapping existing(ClientModel app) {
        return AppClaimsMapping.of(app).orElseThrow(ClaimsMappingResource::notFound);
    }

    private static TenantException notFound() {
        return TenantException.notFound(
                "xt_claims_mapping_not_found", "The app has no mapping of its own; the extension's map counts.");
    }

    private static Response answer(ClaimsMapping mapping) {
        return AdminRequest.answer(mapping, ETag.of(mapping));
    }
}
