package dev.externaltenants.emailotp;

import dev.externaltenants.compat.OriginalRequest;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Writes a mail and has the sender send it, in a session of its own.
 *
 * <p>The transaction ends before the mail server is talked to: as long as it lasted, a realm that had to be read from
 * the database would keep its connection, and a few mail servers that hang would use up Keycloak's pool.
 */
final class KeycloakMailTransport implements MailTransport {

    private final KeycloakSessionFactory factory;

    KeycloakMailTransport(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void send(OutgoingMail mail) throws UnsentException {
        KeycloakSession before = KeycloakSessionUtil.getKeycloakSession();
        try (KeycloakSession session = factory.create()) {
            KeycloakSessionUtil.setKeycloakSession(session);
            PasscodeMessage message = written(session, mail);
            sender(session, mail).send(message);
        } finally {
            KeycloakSessionUtil.setKeycloakSession(before);
        }
    }

    private static PasscodeSenderProvider sender(KeycloakSession session, OutgoingMail mail) {
        return mail.isNotice() ? PasscodeSenderProvider.ofMails(session) : PasscodeSenderProvider.of(session);
    }

    private static PasscodeMessage written(KeycloakSession session, OutgoingMail mail) throws UnsentException {
        session.getTransactionManager().begin();
        RealmModel realm = session.realms().getRealm(mail.realmId());
        if (realm == null) {
            throw UnsentException.forGood("the realm is gone", null);
        }
        // Senders ask the context for the realm's id and name, too, to find the vault's secrets and the OAuth token.
        session.getContext().setRealm(realm);
        session.getContext().setHttpRequest(new OriginalRequest(mail.origin()));
        try {
            PasscodeMessage message = mail.draft().write(session, realm);
            session.getTransactionManager().commit();
            return message;
        } catch (EmailException e) {
            // Messages of templates may quote the mail.
            throw UnsentException.forGood(RootCause.kind(e), e);
        }
    }
}
