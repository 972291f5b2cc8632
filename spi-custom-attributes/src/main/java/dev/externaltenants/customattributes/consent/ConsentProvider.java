package dev.externaltenants.customattributes.consent;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Keeps what customers consented to. Writes join the session's transaction. What a customer is still to be asked says {@link
 * dev.externaltenants.userflow.consent.DueConsents}.
 */
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
     * Stores what the customer answered: the attribute's value, a receipt for each ticked box, and one for each box that was
     * left though an earlier version of its document had been agreed to. Attributes that the flow asks no consent by are
     * ignored.
     *
     * @param ticked by attribute name, for the boxes that the customer saw
     */
    void answer(
            RealmModel realm, UserFlow flow, UserModel customer, Map<String, Boolean> ticked, ConsentContext context);

    /**
     * Takes a consent back: the attribute becomes {@code false}, and a user flow that requires the consent asks for it at the
     * next sign-in.
     *
     * @return the receipt of that; empty, and nothing is changed, where the customer has given no such consent
     */
    Optional<ConsentReceipt> withdraw(RealmModel realm, UserModel customer, String attribute, ConsentContext context);

    /** Takes back, as {@link #withdraw} does, each consent that was given and whose attribute is no longer {@code true}. */
    void withdrawUnticked(RealmModel realm, UserModel customer, ConsentContext context);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
