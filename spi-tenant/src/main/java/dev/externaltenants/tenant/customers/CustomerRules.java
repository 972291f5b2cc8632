package dev.externaltenants.tenant.customers;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.RealmModel;

/** What must hold of a customer by itself; the realm's user profile says the rest. */
final class CustomerRules {

    private static final int MAX_EMAIL = 254;

    private final RealmModel realm;
    private final CustomerProfile profile;

    CustomerRules(RealmModel realm, CustomerProfile profile) {
        this.realm = realm;
        this.profile = profile;
    }

    /** @throws TenantException naming the first field that breaks a rule */
    void check(Customer wanted) {
        if (wanted.email() == null && wanted.username() == null) {
            throw TenantException.invalid(
                    "xt_customer_identity_missing",
                    "email",
                    "A customer signs in with an e-mail address or with a user name.");
        }
        if (wanted.email() != null && wanted.email().length() > MAX_EMAIL) {
            throw TenantException.invalid(
                    "xt_account_value_invalid", "email", "An address has at most " + MAX_EMAIL + " characters.");
        }
        if (wanted.language() != null && realm.getSupportedLocalesStream().noneMatch(wanted.language()::equals)) {
            throw TenantException.invalid(
                    "xt_customer_language_unknown", "language", "The tenant does not have this language.");
        }
        wanted.attributes().forEach((name, value) -> {
            if (value != null) {
                check(name, value);
            }
            if (profile.find(name).isEmpty()) {
                throw TenantException.invalid(
                        "xt_attribute_unknown", "attributes." + name, "The tenant has no attribute of this name.");
            }
        });
    }

    private void check(String name, AttributeValue value) {
        if (value.values().stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            throw TenantException.invalid(
                    "xt_account_value_invalid", "attributes." + name, "A value is one line without controls.");
        }
        boolean collection =
                profile.find(name).filter(CustomerProfile::isCollection).isPresent();
        if (value.list() && !collection) {
            throw TenantException.invalid(
                    "xt_invalid_value", "attributes." + name, "Only a collection has a list of values.");
        }
    }
}
