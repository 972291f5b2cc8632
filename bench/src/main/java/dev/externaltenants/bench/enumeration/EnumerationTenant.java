package dev.externaltenants.bench.enumeration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.tests.servers.AdminApi;

/** A tenant with accounts of every kind, and passwords hashed as a tenant has them hashed. */
final class EnumerationTenant {

    private static final String NAME = "enumeration";
    private static final int AT_ONCE = 100;
    private static final int NONE = 0;

    private final TenantRealm realm;
    private final App passwords;
    private final App codes;

    private EnumerationTenant(TenantRealm realm) {
        this.realm = realm;
        this.passwords = realm.app();
        this.codes = realm.appByCode();
    }

    /** @param accounts of each kind */
    static EnumerationTenant create(AdminApi admin, int accounts, int smtpPort) {
        TenantRealm realm = TenantRealm.notYet(admin, NAME, NONE, smtpPort);
        realm.become();
        realm.provider(Account.PROVIDER);
        EnumerationTenant tenant = new EnumerationTenant(realm);
        for (Account account : Account.values()) {
            if (account.exists()) {
                tenant.add(account, accounts);
            }
        }
        return tenant;
    }

    App app(Door door) {
        return door == Door.SIGN_IN_CODE || door == Door.WRONG_CODE ? codes : passwords;
    }

    private void add(Account account, int accounts) {
        List<Map<String, Object>> users = new ArrayList<>();
        for (int number = 0; number < accounts; number++) {
            users.add(account.user(number));
            if (users.size() == AT_ONCE || number == accounts - 1) {
                realm.add(users);
                users.clear();
            }
        }
    }
}
