package dev.externaltenants.emailotp;

/** How the engine hands codes over for mailing. */
interface PasscodeMailer {

    /** Has the mail written and sent once the transaction has committed. */
    void post(PasscodeMail mail);

    /** The same for a notice, which nobody waits for. */
    void post(SecurityNotice notice, Postage.Paid paid);
}
