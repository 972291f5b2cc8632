package dev.externaltenants.claimsextension.trial;

import java.util.stream.IntStream;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keeps trials from becoming a flood that somebody else's server gets from ours: so many a minute and tenant, whoever makes
 * them on whatever node. A slot frees itself a minute after it was taken.
 */
final class TrialBudget {

    static final int A_MINUTE = 10;

    private static final long MINUTE = 60;

    private final SingleUseObjectProvider store;
    private final String realmId;

    TrialBudget(KeycloakSession session) {
        this.store = session.singleUseObjects();
        this.realmId = session.getContext().getRealm().getId();
    }

    /** @throws TenantException {@code xt_extension_tests_too_many} */
    void take() {
        boolean taken = IntStream.range(0, A_MINUTE)
                .mapToObj(slot -> "xt.extension-test." + realmId + "." + slot)
                .anyMatch(slot -> !store.contains(slot) && store.putIfAbsent(slot, MINUTE));
        if (!taken) {
            throw TenantException.tooMany(
                    "xt_extension_tests_too_many",
                    "At most " + A_MINUTE + " tests a minute in a tenant. Wait a little.");
        }
    }
}
