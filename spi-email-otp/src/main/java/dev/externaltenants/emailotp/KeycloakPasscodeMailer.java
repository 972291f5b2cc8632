package dev.externaltenants.emailotp;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.urls.UrlType;

/** Hands mails over once the transaction has committed; another thread writes and sends them. */
final class KeycloakPasscodeMailer implements PasscodeMailer {

    /** Nobody asks what became of a notice. */
    private static final int NOTICE_STATUS_SECONDS = 60;

    private final KeycloakSession session;
    private final MailWorker worker;

    KeycloakPasscodeMailer(KeycloakSession session, MailWorker worker) {
        this.session = session;
        this.worker = worker;
    }

    @Override
    public void post(PasscodeMail mail) {
        RealmModel realm = session.realms().getRealm(mail.request().scope().realmId());
        sendAfterCommit(new OutgoingMail(
                realm.getId(),
                realm.getName(),
                mail.mailId(),
                mail.address(),
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                false,
                mail.lifetime(),
                mail.paid(),
                (own, itsRealm) -> new PasscodeTemplate(own, itsRealm).write(mail)));
    }

    @Override
    public void post(SecurityNotice notice, Postage.Paid paid) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        sendAfterCommit(new OutgoingMail(
                realm.getId(),
                realm.getName(),
                KeycloakModelUtils.generateId(),
                notice.address(),
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                true,
                NOTICE_STATUS_SECONDS,
                paid,
                (own, itsRealm) -> new PasscodeTemplate(own, itsRealm).write(notice)));
    }

    private void sendAfterCommit(OutgoingMail mail) {
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
