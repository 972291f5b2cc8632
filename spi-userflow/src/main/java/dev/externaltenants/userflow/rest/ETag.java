package dev.externaltenants.userflow.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;

/**
 * Optimistic locking over HTTP: a change may name, by If-Match, what it was made from, and is refused when that is another
 * by now. To be asked under the lock that the change holds ({@link AdminRequest#takeTurn}), of what is read after it.
 */
public final class ETag {

    private static final int BYTES = 16;

    private ETag() {}

    /** Of what Keycloak keeps without a version: a digest of what is shown, so it changes whichever way that is changed. */
    public static String of(Object shown) {
        byte[] text = Json.write(shown).getBytes(StandardCharsets.UTF_8);
        return "\"" + HexFormat.of().formatHex(sha256(text), 0, BYTES) + "\"";
    }

    /** Of what counts its versions. */
    public static String ofVersion(long version) {
        return "\"" + version + "\"";
    }

    /** Of what counts its versions, and is called by a name that another may take. */
    public static String ofVersion(String id, long version) {
        return of(List.of(id, version));
    }

    /**
     * @param present the ETag of what is there, or null when there is nothing
     * @throws TenantException {@code xt_version_conflict} when the call was made from something else
     */
    public static void check(KeycloakSession session, String present) {
        String ifMatch = ifMatch(session);
        if (ifMatch != null && (present == null || !matches(ifMatch, present))) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "This was changed meanwhile. Read it again.");
        }
    }

    /**
     * Checks as {@link #check}, and returns the version that the change was made from: without If-Match the body's, and
     * without both the present one.
     */
    public static long checkedVersion(KeycloakSession session, long inBody, long present) {
        check(session, ofVersion(present));
        return inBody == 0 || ifMatch(session) != null ? present : inBody;
    }

    /** Returns null where there is none; an empty one names nothing, as that of a script whose variable is not set. */
    private static String ifMatch(KeycloakSession session) {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
    }

    /**
     * Compares weakly, as If-None-Match says; with If-Match, too, since a proxy that compresses the answer makes the ETag a
     * weak one.
     *
     * @param condition the value of either header
     */
    public static boolean matches(String condition, String etag) {
        return Arrays.stream(condition.split(",", -1))
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
