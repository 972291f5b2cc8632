package dev.externaltenants.claimsextension.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.EntityVersion;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code …/external-tenant/custom-extensions/{id}}: one custom authentication extension. */
public final class CustomExtensionResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final String id;

    CustomExtensionResource(
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
            CustomExtension present = existing();
            CustomExtension requested = Json.read(body, CustomExtension.class);
            if (requested.id() != null && !requested.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of an extension never changes.");
            }
            long inBody = requested.version() == null ? 0 : requested.version();
            long from = EntityVersion.expected(session, inBody, present.version());
            CustomExtension updated = CustomExtensionProvider.of(session)
                    .update(realm, requested.withId(id).withVersion(from));
            event(OperationType.UPDATE).representation(updated).success();
            return answer(updated);
        });
    }

    @DELETE
    public Response delete() {
        auth.realm().requireManageRealm();
        return ErrorResponses.translating(() -> {
            CustomExtensionProvider.of(session).delete(realm, id);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private CustomExtension existing() {
        return CustomExtensionProvider.of(session)
                .find(realm, id)
                .orElseThrow(() -> TenantException.notFound("xt_extension_not_found", "There is no such extension."));
    }

    private AdminEventBuilder event(OperationType operation) {
        return adminEvent
                .resource(CustomExtensionsResource.RESOURCE_TYPE)
                .operation(operation)
                .resourcePath(session.getContext().getUri());
    }

    private static Response answer(CustomExtension extension) {
        return Response.ok(Json.write(extension), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EntityVersion.etag(extension.version()))
                .build();
    }
}
