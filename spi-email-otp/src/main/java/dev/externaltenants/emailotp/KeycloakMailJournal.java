package dev.externaltenants.emailotp;

import java.util.function.Consumer;

import dev.externaltenants.emailotp.PasscodeState.Delivery;
import dev.externaltenants.userflow.EventDetails;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
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
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            failed(session.singleUseObjects(), mail);
            tell(session, mail);
        });
    }

    @Override
    public void unclear(OutgoingMail mail) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            unclear(session.singleUseObjects(), mail);
            tell(session, mail);
        });
    }

    /** In the tenant's event log: whoever looks there for a customer who got no code must find that it did not leave. */
    private static void tell(KeycloakSession session, OutgoingMail mail) {
        RealmModel realm = session.realms().getRealm(mail.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        new EventBuilder(realm, session)
                .event(EventType.SEND_VERIFY_EMAIL)
                .detail(EventDetails.METHOD, EventDetails.EMAIL_OTP)
                .detail(Details.EMAIL, MaskedEmail.of(mail.address()))
                .error(Errors.EMAIL_SEND_FAILED);
    }

    @Override
    public void withdrawn(OutgoingMail mail) {
        write(store -> withdrawn(store, mail));
    }

    static void sent(SingleUseObjectProvider store, OutgoingMail mail) {
        new DeliveryLog(store).record(mail.mailId(), Delivery.SENT, mail.statusSeconds());
    }

    static void failed(SingleUseObjectProvider store, OutgoingMail mail) {
        // First, so that who reads of the failure can ask for another code.
        new Postage(store).payBack(mail.mailId());
        unclear(store, mail);
    }

    static void unclear(SingleUseObjectProvider store, OutgoingMail mail) {
        new DeliveryLog(store).record(mail.mailId(), Delivery.FAILED, mail.statusSeconds());
    }

    static void withdrawn(SingleUseObjectProvider store, OutgoingMail mail) {
        new Postage(store).undo(mail.paid());
    }

    private void write(Consumer<SingleUseObjectProvider> entry) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> entry.accept(session.singleUseObjects()));
    }
}
