package dev.externaltenants.customattributes.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.externaltenants.userflow.TenantException;

/** Which claims may carry what a customer typed. */
final class ClaimRules {

    private ClaimRules() {}

    /** @throws TenantException naming the first claim that breaks a rule */
    static void check(List<ApplicationClaim> claims, ClaimMapper protocol) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            String claim = claims.get(i) == null ? null : claims.get(i).claim();
            String path = "[" + i + "]";
            protocol.checkName(claim, path);
            if (!seen.add(claim)) {
                throw TenantException.invalid("xt_claim_repeated", path + ".claim", "The list has this claim twice.");
            }
        }
    }
}
