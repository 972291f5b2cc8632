package dev.externaltenants.tenant.customers;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.UserDirectory.Having;
import dev.externaltenants.compat.UserDirectory.Wanted;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.emailotp.notice.SecurityNotices;
import dev.externaltenants.tenant.accounts.AccountAccess;
import dev.externaltenants.tenant.accounts.AccountProfile;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.Accounts;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.UsernamePolicy;
import dev.externaltenants.userflow.username.Usernames;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The engine of customers: users of the realm who administer nothing of it and are no app's service account. */
final class Customers {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Accounts accounts;
    private final CustomerProfile profile;

    Customers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.accounts = Accounts.ofCustomers(session, realm);
        this.profile = new CustomerProfile(CustomAttributeProvider.of(session).catalogue(realm), WireNames.of(realm));
    }

    /** Returns a page ordered by what customers sign in with; deleted ones only when asked for. */
    Stream<UserModel> list(String text, Having having, Wanted disabled, boolean deleted, int first, int max) {
        return accounts.page(text, having, disabled, deleted ? Wanted.ONLY : Wanted.NONE, first, max);
    }

    /**
     * Reads at most one {@code name:value}; null stands for none.
     *
     * @throws TenantException {@code xt_invalid_value}, {@code xt_attribute_unknown}
     */
    Having having(List<String> attributes) {
        if (attributes.size() > 1) {
            throw TenantException.invalid("xt_invalid_value", "attribute", "Give it once.");
        }
        return attributes.isEmpty() ? null : AccountSearch.having(attributes.get(0), profile::find);
    }

    /** @throws TenantException {@code xt_customer_not_found} */
    UserModel find(String id) {
        return accounts.find(id);
    }

    /**
     * Finds a customer to change, after any other writer of the same customer has finished.
     *
     * @throws TenantException {@code xt_customer_not_found}
     */
    UserModel findToChange(String id) {
        return accounts.findToChange(id);
    }

    Customer read(UserModel user) {
        return profile.read(user);
    }

    /** Has apps ask for codes whose user flows do not; to be called before anything is written. */
    void expectCodeCustomers() {
        if (!UserFlowProvider.of(session).hasCodeCustomers(realm)) {
            KeycloakCompat.of(session).lockConfiguration(realm);
            TenantSettings.switchOn(realm, TenantSettings.CODE_CUSTOMERS);
        }
    }

    /** @throws TenantException what the rules say, or {@code xt_account_exists} */
    UserModel create(Customer given) {
        Customer wanted = profile.byKeys(given);
        new CustomerRules(realm, profile).check(wanted);
        UserModel user = profiles().create(profile.valuesOf(wanted.withUsername(freeUsername(wanted, null))));
        user.setEnabled(wanted.enabled());
        // The administrator vouches for it; an invitation takes it back until its link is used.
        user.setEmailVerified(wanted.email() != null);
        return user;
    }

    /** @throws TenantException what the rules say, {@code xt_account_exists}, or {@code xt_customer_deleted} */
    void replace(UserModel user, Customer given) {
        Customer wanted = profile.byKeys(given);
        requireNotDeleted(user);
        // Who was enabled at Keycloak after a deletion may still have its mark, and is to be blocked, not deleted.
        user.removeAttribute(CustomerMark.DELETED);
        new CustomerRules(realm, profile).check(wanted);
        String before = user.isEmailVerified() ? user.getEmail() : null;
        boolean newAddress = !Objects.equals(wanted.email(), user.getEmail());
        String username = freeUsername(wanted, CustomerProfile.username(user));
        profiles().change(user, profile.write(wanted.withUsername(username)), profile.collections());
        if (newAddress) {
            user.setEmailVerified(wanted.email() != null);
            if (before != null && wanted.email() != null) {
                new SecurityNotices(session, realm).addressChanged(user, before);
            }
        }
        accounts.enable(user, wanted.enabled());
    }

    /** @throws TenantException {@code xt_customer_deleted} */
    void delete(UserModel user) {
        requireNotDeleted(user);
        Deletion.mark(user);
        new AccountAccess(session, realm).end(user);
    }

    /** @throws TenantException {@code xt_customer_not_deleted}, {@code xt_customer_not_restorable} */
    void restore(UserModel user) {
        Deletion deletion = deletion(user);
        if (deletion.isFinal()) {
            // Whether the hourly task has come by must not decide.
            throw TenantException.notFound(
                    "xt_customer_not_restorable", "The customer was deleted too long ago and goes for good.");
        }
        deletion.undo(user);
    }

    /** @throws TenantException {@code xt_customer_not_deleted} */
    void deleteForGood(UserModel user) {
        deletion(user);
        accounts.remove(user);
    }

    /** @throws TenantException {@code xt_customer_deleted} */
    void requireNotDeleted(UserModel user) {
        if (Deletion.of(user).isPresent()) {
            throw TenantException.conflict("xt_customer_deleted", null, "The customer is deleted. Restore it first.");
        }
    }

    private static Deletion deletion(UserModel user) {
        return Deletion.of(user)
                .orElseThrow(() ->
                        TenantException.conflict("xt_customer_not_deleted", null, "The customer is not deleted."));
    }

    /** Returns the name as it is stored. One that the customer has already stays, whatever the tenant takes by now. */
    private String freeUsername(Customer wanted, String present) {
        if (wanted.username() == null || wanted.username().equals(present)) {
            return wanted.username();
        }
        Username name = UsernamePolicy.of(realm)
                .accepted(wanted.username())
                .orElseThrow(() -> TenantException.invalid(
                        "xt_customer_username_invalid",
                        "username",
                        "The tenant takes no user names, or none like this one."));
        if (!name.value().equals(present) && !new Usernames(session, realm).reserve(name)) {
            throw AccountProfile.exists("username");
        }
        return name.value();
    }

    private AccountProfile profiles() {
        return new AccountProfile(session, profile::field);
    }
}
