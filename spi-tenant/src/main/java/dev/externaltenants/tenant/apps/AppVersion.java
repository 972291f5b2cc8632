package dev.externaltenants.tenant.apps;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.ws.rs.core.HttpHeaders;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;

/**
 * Optimistic locking over HTTP for what Keycloak keeps without a version: the ETag is a digest of what is shown, so it
 * changes whichever way the app is changed.
 */
public final class AppVersion {

    private static final int BYTES = 16;

    private AppVersion() {}

    public static String etag(Object shown) {
        byte[] text = Json.write(shown).getBytes(StandardCharsets.UTF_8);
        return "\"" + HexFormat.of().formatHex(sha256(text), 0, BYTES) + "\"";
    }

    /** @throws TenantException {@code xt_version_conflict} when the change was made from another version */
    public static void check(KeycloakSession session, Object present) {
        String ifMatch = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch != null && !ifMatch.isBlank() && !matches(ifMatch, etag(present))) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "This was changed meanwhile. Read it again.");
        }
    }

    /** Compares as If-Match says; a proxy that compresses the answer makes the ETag a weak one. */
    static boolean matches(String ifMatch, String etag) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(tag -> tag.trim().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
