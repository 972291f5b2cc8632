package dev.externaltenants.userflow.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pace of each tenant: passwords are hashed as it wants, and what slows one down must not blur another. */
final class RefusalPaces {

    /** Of deleted tenants nobody asks again, so the one unused for longest goes first. */
    static final int MAX_TENANTS = 10_000;

    /** In order of their last use. */
    private final Map<String, RefusalPace> byRealm = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RefusalPace> eldest) {
            return size() > MAX_TENANTS;
        }
    };

    synchronized RefusalPace of(String realmId) {
        return byRealm.computeIfAbsent(realmId, id -> new RefusalPace());
    }
}
