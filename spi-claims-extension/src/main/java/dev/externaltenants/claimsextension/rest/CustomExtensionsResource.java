package dev.externaltenants.claimsextension.rest;

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

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.EntityVersion;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code …/external-tenant/custom-extensions}: the tenant's custom authentication extensions. */
public final class CustomExtensionsResource {

    static final String RESOURCE_TYPE = "XT_CUSTOM_EXTENSION";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public CustomExtensionsResource(
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
                                CustomExtensionProvider.of(session).list(realm),
                                first,
                                max,
                                search,
                                extension -> extension.name() + " " + extension.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        auth.realm().requireManageRealm();
        return ErrorResponses.translating(() -> {
            CustomExtension requested = Json.read(body, CustomExtension.class);
            if (requested.id() != null) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The server gives the id.");
            }
            CustomExtension created = CustomExtensionProvider.of(session).create(realm, requested);
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
    public CustomExtensionResource extension(@PathParam("id") String id) {
        return new CustomExtensionResource(session, realm, auth, adminEvent, id);
    }
}
