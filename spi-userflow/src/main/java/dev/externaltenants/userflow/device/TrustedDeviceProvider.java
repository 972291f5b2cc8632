package dev.externaltenants.userflow.device;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Keeps the devices that stand in for their customer's second factor. A device is known by a secret that only its browser
 * has, and is trusted only as long as the account is what it was when the secret was given: another password or address,
 * a block, or an administrator's end of all sessions ends the trust in all of them, by whatever way it came.
 */
public interface TrustedDeviceProvider extends Provider {

    static TrustedDeviceProvider of(KeycloakSession session) {
        return session.getProvider(TrustedDeviceProvider.class);
    }

    /**
     * Trusts a device from now on. Of too many of one customer the oldest are trusted no more.
     *
     * @param name browser and system, empty where they are unknown
     * @param lifetime how long at most, whatever user flow it is used at
     * @param before the secret that the browser had until now, which is good no more; or null
     * @return the secret to give to the browser; it is kept nowhere
     */
    NewTrustedDevice trust(RealmModel realm, UserModel customer, String name, Duration lifetime, String before);

    /**
     * Returns the device of this secret if it may stand in for this customer's second factor, and notes its use.
     *
     * @param maxAge how long ago the second factor may have been proven on it
     */
    Optional<TrustedDevice> use(RealmModel realm, UserModel customer, String secret, Duration maxAge);

    /** Returns the device of this secret if this customer trusts it. */
    Optional<TrustedDevice> find(RealmModel realm, UserModel customer, String secret);

    /** Returns the devices that the customer trusts, the one used last first. */
    Stream<TrustedDevice> list(RealmModel realm, UserModel customer);

    /** Returns false where the customer has no such device. */
    boolean revoke(RealmModel realm, UserModel customer, String id);

    void revokeAll(RealmModel realm, UserModel customer);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
