package dev.externaltenants.tenant.testapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;

/**
 * A page that signs in as one of the tenant's apps and shows the claims of the tokens: {@code …/test-app}. It is there only
 * in tenants that switch it on.
 *
 * <p>Everything happens in the browser, between this host and itself: the page is the redirect URI, so a code comes back
 * to it only if the app lists it, and it redeems the code with a verifier that never leaves the tab. Tokens are in no
 * address, no store and no cache.
 */
public final class TestAppResource {

    private static final String FOLDER = "/xt-test-app/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private final KeycloakSession session;

    TestAppResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("test-app")
    public Response page() {
        return file("test-app.html", "text/html; charset=utf-8");
    }

    @GET
    @Path("test-app.js")
    public Response script() {
        return file("test-app.js", "text/javascript; charset=utf-8");
    }

    @GET
    @Path("test-app.css")
    public Response style() {
        return file("test-app.css", "text/css; charset=utf-8");
    }

    private Response file(String name, String type) {
        boolean switchedOn = TenantProvider.of(session)
                .find(session.getContext().getRealm())
                .filter(Tenant::testApp)
                .isPresent();
        if (!switchedOn) {
            throw new NotFoundException();
        }
        // The realm's policy is for pages of the login theme, which may allow more.
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        return Response.ok(read(name), type)
                .header(BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getHeaderName(), POLICY)
                .header(BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(), "no-referrer")
                .header(BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(), "DENY")
                .header(BrowserSecurityHeaders.X_CONTENT_TYPE_OPTIONS.getHeaderName(), "nosniff")
                .header(BrowserSecurityHeaders.X_ROBOTS_TAG.getHeaderName(), "none")
                .header(
                        BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY.getHeaderName(),
                        BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY.getDefaultValue())
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] read(String name) {
        try (InputStream file = TestAppResource.class.getResourceAsStream(FOLDER + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " of our own jar", e);
        }
    }
}
