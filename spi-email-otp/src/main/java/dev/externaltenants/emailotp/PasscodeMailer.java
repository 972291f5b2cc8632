package dev.externaltenants.emailotp;

/** How the engine hands codes over for mailing. */
interface PasscodeMailer {

    /**
     * Prepares the mail and has it sent once the transaction has committed.
     *
     * @return false when it could not be prepared, so that it will never leave
     */
    boolean post(PasscodeMail mail);

    /** The same for a notice, which nobody waits for. */
    void post(SecurityNotice notice);
}
