package dev.externaltenants.emailotp;

/** Remembers, for pages on every node, what became of a mail. */
interface MailJournal {

    void sent(OutgoingMail mail);

    /** The mail did not leave: what it cost is given back, so another code can be asked for at once. */
    void failed(OutgoingMail mail);

    /** Somebody may have taken the mail though it failed: what it cost stays paid. */
    void unclear(OutgoingMail mail);

    /** The request that wanted the mail was rolled back. */
    void withdrawn(OutgoingMail mail);
}
