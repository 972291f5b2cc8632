package dev.externaltenants.emailotp;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Sends through Keycloak's own sender with the realm's SMTP settings, in a session of its own.
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
    public void send(ReadyMail mail) throws EmailException {
        KeycloakSession before = KeycloakSessionUtil.getKeycloakSession();
        try (KeycloakSession session = factory.create()) {
            KeycloakSessionUtil.setKeycloakSession(session);
            Map<String, String> smtp = readSettings(session, mail.realmId());
            send(mail, smtp, session.getProvider(EmailSenderProvider.class));
        } finally {
            KeycloakSessionUtil.setKeycloakSession(before);
        }
    }

    private static void send(ReadyMail mail, Map<String, String> smtp, EmailSenderProvider sender)
            throws EmailException {
        try {
            sender.send(smtp, mail.address(), mail.subject(), mail.text(), mail.html());
        } catch (EmailException | RuntimeException e) {
            // Asked only now: a sender of the operator's own may need no settings of the realm.
            if (!smtp.containsKey("host")) {
                throw new NoMailServerException(e);
            }
            throw e;
        }
    }

    private static Map<String, String> readSettings(KeycloakSession session, String realmId) throws EmailException {
        session.getTransactionManager().begin();
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            throw new EmailException("The realm is gone");
        }
        // The sender asks the context for the realm's id and name, to find the vault's secrets and the OAuth token.
        session.getContext().setRealm(realm);
        Map<String, String> smtp = new HashMap<>(realm.getSmtpConfig());
        session.getTransactionManager().commit();
        return smtp;
    }
}
