package dev.externaltenants.tenant.idp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;

/** One identity provider: {@code …/identity-providers/{alias}}. */
public final class IdentityProviderResource {

    private final AdminRequest request;
    private final String alias;
    private final IdentityProviders providers;
    private final ProviderLimits limits;

    IdentityProviderResource(AdminRequest request, String alias) {
        this.request = request;
        this.alias = alias;
        this.providers = new IdentityProviders(request.session(), request.realm());
        this.limits = new ProviderLimits(request);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.IDENTITY_PROVIDERS);
        return ErrorResponses.translating(() -> answer(providers.find(alias)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        requireManage();
        return ErrorResponses.translating(() -> {
            IdentityProvider wanted = Json.read(body, IdentityProvider.class);
            limits.checkSecret(wanted);
            IdentityProvider replaced = providers.replace(wanted, alias, present -> {
                checkVersion(present);
                limits.checkChange(present, wanted);
            });
            request.event(IdentityProvidersResource.RESOURCE_TYPE, OperationType.UPDATE)
                    .representation(replaced)
                    .success();
            return answer(replaced);
        });
    }

    @DELETE
    public Response delete() {
        requireManage();
        return ErrorResponses.translating(() -> {
            providers.delete(alias, this::checkVersion);
            request.event(IdentityProvidersResource.RESOURCE_TYPE, OperationType.DELETE)
                    .success();
            return Response.noContent().build();
        });
    }

    private void requireManage() {
        request.rights().requireManage(AdministratorTask.IDENTITY_PROVIDERS);
        limits.requireManageIfMapped(alias);
    }

    private void checkVersion(IdentityProvider present) {
        ETag.check(request.session(), ETag.of(present));
    }

    private static Response answer(IdentityProvider provider) {
        return AdminRequest.answer(provider, ETag.of(provider));
    }
}
