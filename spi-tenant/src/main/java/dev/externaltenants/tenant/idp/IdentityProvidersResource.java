package dev.externaltenants.tenant.idp;

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

/**
 * The tenant's identity providers: {@code …/external-tenant/identity-providers}.
 *
 * <p>They are the realm's, so who may not see or change those at Keycloak may not do it here either.
 */
public final class IdentityProvidersResource {

    static final String RESOURCE_TYPE = "XT_IDENTITY_PROVIDER";

    private final AdminRequest request;

    public IdentityProvidersResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.IDENTITY_PROVIDERS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(
                        Paging.page(providers().list(), first, max, search, IdentityProvidersResource::searched)
                                .toList()))
                .build());
    }

    private static String searched(IdentityProvider provider) {
        return provider.alias() + " " + (provider.displayName() == null ? "" : provider.displayName());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.IDENTITY_PROVIDERS);
        return ErrorResponses.translating(() -> {
            IdentityProvider wanted = Json.read(body, IdentityProvider.class);
            new ProviderLimits(request).checkNew(wanted);
            IdentityProvider created = providers().create(wanted);
            request.created(RESOURCE_TYPE, created.alias(), created);
            return Response.created(request.location(created.alias()))
                    .header(HttpHeaders.ETAG, ETag.of(created))
                    .entity(Json.write(created))
                    .build();
        });
    }

    @Path("{alias}")
    public IdentityProviderResource identityProvider(@PathParam("alias") String alias) {
        return new IdentityProviderResource(request, alias);
    }

    private IdentityProviders providers() {
        return new IdentityProviders(request.session(), request.realm());
    }
}
