package dev.externaltenants.emailotp;

import dev.externaltenants.emailotp.sender.PasscodeMessage;

/**
 * A rendered mail.
 *
 * @param message of a notice has no purpose
 * @param statusSeconds how long anybody may ask what became of it
 */
record ReadyMail(String challengeId, PasscodeMessage message, int statusSeconds, Postage.Paid paid) {

    String realmId() {
        return message.realmId();
    }

    String realmName() {
        return message.realmName();
    }

    String address() {
        return message.address();
    }

    boolean isNotice() {
        return message.purpose() == null;
    }

    /** Never the message: it holds the code. */
    @Override
    public String toString() {
        return "ReadyMail[" + MaskedEmail.of(address()) + "]";
    }
}
