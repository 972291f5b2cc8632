package dev.externaltenants.tenant.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;

/**
 * The tenant's ETag. It is a digest of the settings and no counter, because some of them are the realm's and change in
 * Keycloak's console as well.
 */
final class TenantVersion {

    private static final int BYTES = 12;

    private TenantVersion() {}

    static String etag(Tenant tenant) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(tenant).getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Checks what the call names as the version that its change was made from, if it does.
     *
     * @throws TenantException {@code xt_version_conflict}
     */
    static void checkIfMatch(KeycloakSession session, Optional<Tenant> present) {
        String ifMatch = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        // A proxy that compresses the answer makes the ETag a weak one.
        String wanted = ifMatch.trim().replaceFirst("^W/", "");
        boolean matches = present.isPresent() && (wanted.equals("*") || wanted.equals(etag(present.get())));
        if (!matches) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "The tenant was changed meanwhile, or is none. Read it again.");
        }
    }
}
