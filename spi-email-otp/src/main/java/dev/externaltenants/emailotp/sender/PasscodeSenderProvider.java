package dev.externaltenants.emailotp.sender;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * Takes codes to customers. The default sends the mail; another provider of this SPI may take another way.
 *
 * <p>It is called after the commit of the request that wanted the code, in a thread of its own. The session's context has
 * the realm, and no transaction runs: a wait for a server must not hold a database connection.
 */
public interface PasscodeSenderProvider extends Provider {

    /**
     * Hands the message over, and returns when somebody has taken it.
     *
     * @throws UnsentException when nobody is known to have: the customer is told, and may ask for another code at once
     *     unless somebody may have taken this one
     */
    void send(PasscodeMessage message) throws UnsentException;

    static PasscodeSenderProvider of(KeycloakSession session) {
        return session.getProvider(PasscodeSenderProvider.class);
    }

    /** Returns what sends mails, by whatever way codes go: notices are mails always. */
    static PasscodeSenderProvider ofMails(KeycloakSession session) {
        return session.getProvider(PasscodeSenderProvider.class, MailPasscodeSenderFactory.ID);
    }

    @Override
    default void close() {
        // nothing is held beyond the message
    }
}
