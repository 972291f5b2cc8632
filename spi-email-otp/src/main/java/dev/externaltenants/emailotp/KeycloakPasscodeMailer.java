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
        return post(mail.request().scope().realmId(), mail.address(), realm -> new PasscodeTemplate(session, realm)
                .render(mail));
    }

    @Override
    public void post(SecurityNotice notice) {
        post(notice.realmId(), notice.address(), realm -> new PasscodeTemplate(session, realm).render(notice));
    }

    private boolean post(String realmId, String address, Rendering rendering) {
        RealmModel realm = session.realms().getRealm(realmId);
        try {
            sendAfterCommit(rendering.of(realm));
            return true;
        } catch (EmailException | RuntimeException e) {
            // Whatever is wrong with a template or theme must not end in an error page that tells more than ours.
            worker.unsent(realm.getName(), address, e);
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

    private interface Rendering {

        ReadyMail of(RealmModel realm) throws EmailException;
    }
}
