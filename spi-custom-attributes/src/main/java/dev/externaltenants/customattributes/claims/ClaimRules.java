package dev.externaltenants.customattributes.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.TenantException;

/** Which claims may carry what a customer typed. */
final class ClaimRules {

    /** No dots: Keycloak's mappers make nested objects of them. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private ClaimRules() {}

    /** @throws TenantException naming the first claim that breaks a rule */
    static void check(List<ApplicationClaim> claims) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            check(claims.get(i), seen, "[" + i + "]");
        }
    }

    private static void check(ApplicationClaim claim, Set<String> seen, String path) {
        if (claim == null
                || claim.claim() == null
                || !NAME.matcher(claim.claim()).matches()) {
            throw TenantException.invalid(
                    "xt_claim_name_invalid",
                    path + ".claim",
                    "A claim has 1 to 64 letters, digits, underscores or hyphens and begins with a letter.");
        }
        if (ReservedClaimNames.isReserved(claim.claim())) {
            throw TenantException.invalid(
                    "xt_claim_reserved", path + ".claim", "This claim says who the customer is or what they may do.");
        }
        if (!seen.add(claim.claim())) {
            throw TenantException.invalid("xt_claim_repeated", path + ".claim", "The list has this claim twice.");
        }
    }
}
