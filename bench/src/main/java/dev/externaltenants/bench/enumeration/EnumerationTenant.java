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

    /**
     * @param accounts of each kind for each door. Only those of whom a password is typed have it hashed as the tenant has it
     *     hashed, which takes most of the time
     */
    static EnumerationTenant create(AdminApi admin, int accounts, int smtpPort) {
        TenantRealm realm = TenantRealm.notYet(admin, NAME, NONE, smtpPort);
        realm.become();
        realm.provider(Account.PROVIDER);
        EnumerationTenant tenant = new EnumerationTenant(realm);
        int hashed = Door.WRONG_PASSWORD.first(accounts);
        tenant.add(hashed, hashed + accounts);
        realm.withHashingDown(() -> {
            tenant.add(0, hashed);
            tenant.add(hashed + accounts, accounts * Door.values().length);
        });
        return tenant;
    }

    private void add(int from, int to) {
        for (Account account : Account.values()) {
            if (account.exists()) {
                add(account, from, to);
            }
        }
    }

    App app(Door door) {
        return door == Door.SIGN_IN_CODE || door == Door.WRONG_CODE ? codes : passwords;
    }

    private void add(Account account, int from, int to) {
        List<Map<String, Object>> users = new ArrayList<>();
        for (int number = from; number < to; number++) {
            users.add(account.user(number));
            if (users.size() == AT_ONCE || number == to - 1) {
                realm.add(users);
                users.clear();
            }
        }
    }
}
