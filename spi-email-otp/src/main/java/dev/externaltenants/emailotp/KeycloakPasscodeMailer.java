package dev.externaltenants.emailotp;

import org.keycloak.email.EmailException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Renders in the request, which knows locale and theme; sends after its commit, in another thread. */
final class KeycloakPasscodeMailer implements PasscodeMailer {

    private final KeycloakSession session;
    private final MailWorker worker;

    KeycloakPasscodeMailer(KeycloakSession session, MailWorker worker) {
        this.session = session;
        this.worker = worker;
    }

    @Override
    public boolean post(PasscodeMail mail) {
        RealmModel realm = session.realms().getRealm(mail.request().scope().realmId());
        try {
            sendAfterCommit(new PasscodeTemplate(session, realm).render(mail));
            return true;
        } catch (EmailException | RuntimeException e) {
            // Whatever is wrong with a template or theme must not end in an error page that tells more than ours.
            worker.unsent(realm.getName(), mail.address(), e);
            return false;
        }
    }

    private void sendAfterCommit(ReadyMail mail) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                worker.send(mail);
            }

            @Override
            protected void rollbackImpl() {
                worker.withdraw(mail);
            }
        });
    }
}
