package dev.externaltenants.themes.branding.delivery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandFile;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.rest.ETag;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Stylesheets and images of brands: {@code /realms/{realm}/xt-brand/{hash}/{name}}. They are open to everybody, as the
 * pages that load them are; a hash never means other bytes, so browsers need not ask again.
 */
public final class BrandFilesResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** A file that a browser is led to show by itself does nothing there, either. */
    private static final String INERT = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final KeycloakSession session;

    BrandFilesResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("{hash}/{name}")
    public Response read(
            @Context Request request,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @PathParam("hash") String hash,
            @PathParam("name") String name) {
        BrandFile file = find(hash);
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        EntityTag tag = new EntityTag(file.hash());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged == null && isKnownTo(ifNoneMatch, tag)) {
            unchanged = Response.notModified();
        }
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(file.content()).type(file.type()) : unchanged;
        boolean isRefused = unchanged != null && unchanged.build().getStatus() != 304;
        return answer.tag(tag)
                // A condition of one caller's that failed must not be kept for others.
                .header(HttpHeaders.CACHE_CONTROL, isRefused ? "no-store" : FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", INERT)
                .build();
    }

    /** A weak tag is as good (RFC 9110, 13.1.2), which JAX-RS does not see. */
    private static boolean isKnownTo(String ifNoneMatch, EntityTag tag) {
        return ifNoneMatch != null && ETag.matches(ifNoneMatch, '"' + tag.getValue() + '"');
    }

    private BrandFile find(String hash) {
        RealmModel realm = session.getContext().getRealm();
        if (!TenantRealm.is(realm) || !realm.isEnabled()) {
            throw new NotFoundException();
        }
        return BrandingProvider.of(session).file(realm, hash).orElseThrow(NotFoundException::new);
    }
}
