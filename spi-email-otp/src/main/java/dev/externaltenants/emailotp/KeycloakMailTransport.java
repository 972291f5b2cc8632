package dev.externaltenants.emailotp;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sends through Keycloak's own sender with the realm's SMTP settings, in a session of its own. */
final class KeycloakMailTransport implements MailTransport {

    private final KeycloakSessionFactory factory;

    KeycloakMailTransport(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void send(ReadyMail mail) throws EmailException {
        EmailException failure = KeycloakModelUtils.runJobInTransactionWithResult(factory, s -> attempt(s, mail));
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns the failure, because a task may throw nothing checked. */
    private static EmailException attempt(KeycloakSession session, ReadyMail mail) {
        RealmModel realm = session.realms().getRealm(mail.realmId());
        if (realm == null) {
            return new EmailException("The realm is gone");
        }
        // Secrets of the vault and certificates are looked up in the context's realm.
        session.getContext().setRealm(realm);
        try {
            session.getProvider(EmailSenderProvider.class)
                    .send(realm.getSmtpConfig(), mail.address(), mail.subject(), mail.text(), mail.html());
            return null;
        } catch (EmailException e) {
            return e;
        }
    }
}
