package dev.externaltenants.tenant.accounts;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.UserDirectory;
import dev.externaltenants.compat.UserDirectory.Having;
import dev.externaltenants.compat.UserDirectory.Search;
import dev.externaltenants.compat.UserDirectory.Wanted;
import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.username.Username;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;

/** The accounts of a realm that are customers, or those that are administrators; those of apps are neither. */
public final class Accounts {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final boolean administrators;
    private final Supplier<TenantException> notFound;

    private Accounts(
            KeycloakSession session, RealmModel realm, boolean administrators, Supplier<TenantException> notFound) {
        this.session = session;
        this.realm = realm;
        this.administrators = administrators;
        this.notFound = notFound;
    }

    public static Accounts ofCustomers(KeycloakSession session, RealmModel realm) {
        return new Accounts(
                session,
                realm,
                false,
                () -> TenantException.notFound("xt_customer_not_found", "The tenant has no such customer."));
    }

    public static Accounts ofAdministrators(KeycloakSession session, RealmModel realm) {
        return new Accounts(
                session,
                realm,
                true,
                () -> TenantException.notFound("xt_administrator_not_found", "The tenant has no such administrator."));
    }

    /**
     * Returns a page ordered by Keycloak's user name.
     *
     * @param having an attribute that each has, or null
     */
    public Stream<UserModel> page(String text, Having having, Wanted disabled, Wanted deleted, int first, int max) {
        Search search = new Search(
                text,
                Username.USER_ATTRIBUTE,
                having,
                AdministrativePower.in(session, realm).holders(),
                administrators ? Wanted.ONLY : Wanted.NONE,
                disabled,
                CustomerMark.DELETED,
                deleted);
        return directory().page(realm, search, first, max).stream()
                .map(id -> session.users().getUserById(realm, id))
                .filter(Objects::nonNull);
    }

    /** @throws TenantException {@code …_not_found}, also for accounts of the other kind */
    public UserModel find(String id) {
        UserModel user = AccountId.isPossible(id) ? session.users().getUserById(realm, id) : null;
        if (user == null
                || user.getServiceAccountClientLink() != null
                || AdministrativePower.in(session, realm).isHeldBy(user) != administrators) {
            throw notFound.get();
        }
        return user;
    }

    /**
     * Finds an account to change, after any other writer of the same account has finished.
     *
     * @throws TenantException {@code …_not_found}
     */
    public UserModel findToChange(String id) {
        if (!AccountId.isPossible(id) || !directory().lock(realm, id)) {
            throw notFound.get();
        }
        return find(id);
    }

    /** Lets the account sign in, or ends all that it has open. */
    public void enable(UserModel user, boolean enabled) {
        boolean blocked = user.isEnabled() && !enabled;
        user.setEnabled(enabled);
        if (blocked) {
            new AccountAccess(session, realm).end(user);
        }
    }

    public void remove(UserModel user) {
        new UserManager(session).removeUser(realm, user);
    }

    private UserDirectory directory() {
        return KeycloakCompat.of(session).userDirectory();
    }
}
