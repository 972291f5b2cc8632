package dev.externaltenants.tenant.customers;

import java.util.regex.Pattern;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.RealmModel;

/** What must hold of a customer by itself; the realm's user profile says the rest. */
final class CustomerRules {

    /** As an address needs an @, no user name can be taken for one. */
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private static final int MAX_EMAIL = 254;

    private final RealmModel realm;
    private final CustomerProfile profile;

    CustomerRules(RealmModel realm, CustomerProfile profile) {
        this.realm = realm;
        this.profile = profile;
    }

    /** @throws TenantException naming the first field that breaks a rule */
    void check(Customer wanted) {
        if ((wanted.email() == null) == (wanted.username() == null)) {
            throw TenantException.invalid(
                    "xt_customer_identity_invalid",
                    wanted.email() == null ? "email" : "username",
                    "A customer signs in with an e-mail address or with a user name.");
        }
        if (wanted.email() != null && wanted.email().length() > MAX_EMAIL) {
            throw TenantException.invalid(
                    "xt_account_value_invalid", "email", "An address has at most " + MAX_EMAIL + " characters.");
        }
        if (wanted.username() != null && !USERNAME.matcher(wanted.username()).matches()) {
            throw TenantException.invalid(
                    "xt_customer_username_invalid",
                    "username",
                    "A user name has 1 to 64 letters, digits, dots, underscores or hyphens, after a letter or digit.");
        }
        if (wanted.language() != null && realm.getSupportedLocalesStream().noneMatch(wanted.language()::equals)) {
            throw TenantException.invalid(
                    "xt_customer_language_unknown", "language", "The tenant does not have this language.");
        }
        wanted.attributes().forEach((name, value) -> {
            if (value != null && value.chars().anyMatch(Character::isISOControl)) {
                throw TenantException.invalid(
                        "xt_account_value_invalid", "attributes." + name, "A value is one line without controls.");
            }
            if (!profile.has(name)) {
                throw TenantException.invalid(
                        "xt_attribute_unknown", "attributes." + name, "The tenant has no attribute of this name.");
            }
        });
    }
}
