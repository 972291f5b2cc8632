package dev.externaltenants.tenant.setup;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.userflow.PatternRules;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.username.UsernamePolicy;

/** What a tenant may say of its customers' user names. */
final class UsernameRules {

    private UsernameRules() {}

    /** @throws TenantException {@code xt_tenant_username_patterns_too_many}, {@code xt_tenant_username_pattern_invalid} */
    static Tenant.Usernames check(Tenant.Usernames usernames) {
        if (usernames == null) {
            return null;
        }
        if (usernames.patterns().size() > UsernamePolicy.MAX_PATTERNS) {
            throw TenantException.invalid(
                    "xt_tenant_username_patterns_too_many",
                    "usernames.patterns",
                    "Give at most " + UsernamePolicy.MAX_PATTERNS + " patterns, of which a name matches one.");
        }
        for (int i = 0; i < usernames.patterns().size(); i++) {
            check(usernames.patterns().get(i), "usernames.patterns[" + i + "]");
        }
        return usernames;
    }

    private static void check(String pattern, String field) {
        PatternRules.refusal(pattern).ifPresent(refusal -> {
            throw TenantException.invalid("xt_tenant_username_pattern_invalid", field, refusal);
        });
        // Excluding it is fine, as in [^@]+.
        if (pattern.replaceAll("\\[\\^[^\\]]*]", "").indexOf('@') >= 0) {
            throw TenantException.invalid(
                    "xt_tenant_username_pattern_invalid",
                    field,
                    "A user name is never shaped as an e-mail address, so no pattern asks for an @.");
        }
    }
}
