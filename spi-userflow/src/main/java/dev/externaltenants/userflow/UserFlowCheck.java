package dev.externaltenants.userflow;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** A rule on user flows that another module owns, asked before a flow is created or updated. */
public interface UserFlowCheck extends Provider {

    /** @throws TenantException when the flow breaks the rule */
    void check(RealmModel realm, UserFlow flow);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
