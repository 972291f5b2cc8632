package dev.externaltenants.userflow.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.utils.SecureContextResolver;

/** The cookie by which a browser is known as a customer's device; each customer of a browser has one of their own. */
public final class DeviceCookie {

    private static final String PREFIX = "XT_DEVICE_";
    private static final int NAME_BYTES = 8;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String name;

    public DeviceCookie(KeycloakSession session, RealmModel realm, UserModel customer) {
        this.session = session;
        this.realm = realm;
        this.name = PREFIX + shortHash(customer.getId());
    }

    public Optional<String> secret() {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(name))
                .map(Cookie::getValue);
    }

    void set(String secret, Duration lifetime) {
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(name)
                        .value(secret)
                        .path(AuthenticationManager.getRealmCookiePath(
                                realm, session.getContext().getUri()))
                        .maxAge(Math.toIntExact(lifetime.toSeconds()))
                        .httpOnly(true)
                        .secure(SecureContextResolver.isSecureContext(session))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private static String shortHash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
