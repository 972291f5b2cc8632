package dev.externaltenants.emailotp;

import java.net.URI;

import dev.externaltenants.emailotp.sender.PasscodeMessage;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A mail on its way, which is written in the thread that sends it.
 *
 * @param origin the server's address as the request had it, for links and pictures
 * @param isNotice whether it tells of something that was done, so that nobody waits for it
 * @param statusSeconds how long anybody may ask what became of it
 */
record OutgoingMail(
        String realmId,
        String realmName,
        String mailId,
        String address,
        URI origin,
        boolean isNotice,
        int statusSeconds,
        Postage.Paid paid,
        Draft draft) {

    /** What becomes the text. */
    @FunctionalInterface
    interface Draft {

        /** @param session of the sending thread, in a transaction */
        PasscodeMessage write(KeycloakSession session, RealmModel realm) throws EmailException;
    }

    /** Never the draft: it holds the code. */
    @Override
    public String toString() {
        return "OutgoingMail[" + MaskedEmail.of(address) + "]";
    }
}
