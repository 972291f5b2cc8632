package dev.externaltenants.emailotp;

/**
 * A rendered mail.
 *
 * @param statusSeconds how long anybody may ask what became of it
 */
record ReadyMail(
        String realmId,
        String realmName,
        String challengeId,
        String address,
        String subject,
        String text,
        String html,
        int statusSeconds,
        Postage.Paid paid) {

    /** Never the bodies: they hold the code. */
    @Override
    public String toString() {
        return "ReadyMail[" + MaskedEmail.of(address) + "]";
    }
}
