package dev.externaltenants.emailotp;

import dev.externaltenants.emailotp.sender.UnsentException;

/** Takes a mail to a mail server, however long that lasts. */
interface MailTransport {

    void send(OutgoingMail mail) throws UnsentException;
}
