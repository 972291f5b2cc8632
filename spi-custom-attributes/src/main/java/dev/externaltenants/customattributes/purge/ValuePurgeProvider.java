package dev.externaltenants.customattributes.purge;

import java.util.Optional;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Removes the values of attributes that the tenant has deleted, in the background and after any restart. Writes join the
 * session's transaction.
 */
public interface ValuePurgeProvider extends Provider {

    static ValuePurgeProvider of(KeycloakSession session) {
        return session.getProvider(ValuePurgeProvider.class);
    }

    /**
     * Begins when the transaction has committed. To be called under the lock of the realm's configuration, when the
     * attribute is no longer in the user profile.
     */
    ValuePurge begin(RealmModel realm, String attribute);

    /** Returns the last purge of the attribute. */
    Optional<ValuePurge> find(RealmModel realm, String attribute);

    /**
     * Keeps an attribute from being defined whose values are going. Names that differ in case only are one name to some
     * databases.
     *
     * @throws TenantException {@code xt_attribute_purge_running}
     */
    void requireNone(RealmModel realm, String attribute);

    /**
     * Forgets the purges of a tenant that ends.
     *
     * @throws TenantException {@code xt_attribute_purge_running}
     */
    void forget(RealmModel realm);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
