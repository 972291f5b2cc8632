package dev.externaltenants.userflow.rest;

import jakarta.ws.rs.core.HttpHeaders;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;

/** Optimistic locking over HTTP: the version is the ETag, and a change may name the one it was made from. */
public final class EntityVersion {

    private EntityVersion() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Returns the version that a change was made from: If-Match when sent, else the body's, else the present one.
     *
     * @throws TenantException {@code xt_if_match_invalid}
     */
    public static long expected(KeycloakSession session, long inBody, long present) {
        String ifMatch = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.isBlank()) {
            return inBody == 0 ? present : inBody;
        }
        if (ifMatch.trim().equals("*")) {
            return present;
        }
        try {
            // A proxy that compresses the answer makes the ETag a weak one.
            return Long.parseLong(ifMatch.trim().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw TenantException.invalid("xt_if_match_invalid", null, "If-Match must be an ETag that GET answered.");
        }
    }
}
