package dev.externaltenants.customattributes.consent;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** Keeps what customers consented to, and knows what they are still to be asked. */
public interface ConsentProvider extends Provider {

    static ConsentProvider of(KeycloakSession session) {
        return session.getProvider(ConsentProvider.class);
    }

    /** Returns all receipts of the customer, newest first. */
    default Stream<ConsentReceipt> receipts(RealmModel realm, UserModel customer) {
        return receipts(realm, customer, null, null);
    }

    /**
     * Returns receipts of the customer, newest first.
     *
     * @param first how many to leave out, or null
     * @param max how many at most, or null
     */
    Stream<ConsentReceipt> receipts(RealmModel realm, UserModel customer, Integer first, Integer max);

    /**
     * Takes a consent back: the attribute becomes {@code false}, and a user flow that requires the consent asks for it at the
     * next sign-in.
     *
     * @return the receipt of that; empty, and nothing is changed, where the customer has given no such consent
     */
    Optional<ConsentReceipt> withdraw(RealmModel realm, UserModel customer, String attribute, ConsentContext context);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
