package dev.externaltenants.emailotp;

import java.util.function.Consumer;

import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes into the cluster's store, each entry in a transaction of its own. */
final class KeycloakMailJournal implements MailJournal {

    private final KeycloakSessionFactory factory;

    KeycloakMailJournal(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void sent(OutgoingMail mail) {
        write(store -> sent(store, mail));
    }

    @Override
    public void failed(OutgoingMail mail) {
        write(store -> failed(store, mail));
    }

    @Override
    public void withdrawn(OutgoingMail mail) {
        write(store -> withdrawn(store, mail));
    }

    static void sent(SingleUseObjectProvider store, OutgoingMail mail) {
        new DeliveryLog(store).record(mail.challengeId(), Delivery.SENT, mail.statusSeconds());
    }

    static void failed(SingleUseObjectProvider store, OutgoingMail mail) {
        // First, so that who reads of the failure can ask for another code.
        new Postage(store).payBack(mail.challengeId());
        new DeliveryLog(store).record(mail.challengeId(), Delivery.FAILED, mail.statusSeconds());
    }

    static void withdrawn(SingleUseObjectProvider store, OutgoingMail mail) {
        new Postage(store).undo(mail.paid());
    }

    private void write(Consumer<SingleUseObjectProvider> entry) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> entry.accept(session.singleUseObjects()));
    }
}
