package dev.externaltenants.userflow.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.utils.SecureContextResolver;

/**
 * A cookie for the browser in which a code was typed. Keycloak's own cookie of a sign-in is older than the code, so
 * somebody may have planted it: two browsers would then share what one of them proves.
 */
public final class BrowserBinding {

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final String name;
    private final int seconds;

    /**
     * @param cookie begins the name of the cookie
     * @param seconds that the binding lasts
     */
    public BrowserBinding(AuthenticationFlowContext context, String cookie, int seconds) {
        this.context = context;
        this.session = context.getSession();
        this.seconds = seconds;
        // One for each tab, so that two proofs in one browser do not end each other.
        this.name = cookie + context.getAuthenticationSession().getTabId();
    }

    /** Gives the browser a value that nobody else has. */
    public String renew() {
        String value = SecretGenerator.getInstance().generateSecureID();
        set(value, seconds);
        // The page after it is made in the same request, which cannot have brought it.
        session.setAttribute(name, value);
        return value;
    }

    public boolean is(String value) {
        return same(value, session.getAttribute(name, String.class)) || same(value, brought());
    }

    public void end() {
        set("", 0);
    }

    private String brought() {
        Cookie cookie = context.getHttpRequest().getHttpHeaders().getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    private void set(String value, int maxAge) {
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(name)
                        .value(value)
                        .path(AuthenticationManager.getRealmCookiePath(context.getRealm(), context.getUriInfo()))
                        .maxAge(maxAge)
                        .httpOnly(true)
                        .secure(SecureContextResolver.isSecureContext(session))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private static boolean same(String value, String other) {
        return other != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
