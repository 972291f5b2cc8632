package dev.externaltenants.userflow;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Claims that say who issued a token, for whom, and what it permits: neither an attribute nor
 * an API of a tenant may set them.
 */
public final class ReservedClaimNames {

    private static final Set<String> NAMES = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "nbf",
            "jti",
            "azp",
            "acr",
            "amr",
            "nonce",
            "auth_time",
            "sid",
            "session_state",
            "typ",
            "scope",
            "roles",
            "groups",
            "active",
            "realm_access",
            "resource_access",
            "authorization",
            "authorization_details",
            "email",
            "email_verified",
            "at_hash",
            "c_hash",
            "s_hash",
            "allowed-origins",
            "trusted-certs",
            "cnf",
            "act",
            "may_act",
            "client_id",
            "preferred_username",
            // By which Entra's libraries, and apps that came from Entra, know who the customer is.
            "upn",
            "unique_name",
            "oid",
            "tid",
            "idp");

    private ReservedClaimNames() {}

    /** Returns them all, in lower case. */
    public static Stream<String> all() {
        return NAMES.stream();
    }

    /** Whatever the case: a reader that ignores it must not be misled. */
    public static boolean isReserved(String claim) {
        return NAMES.contains(claim.toLowerCase(Locale.ROOT));
    }
}
