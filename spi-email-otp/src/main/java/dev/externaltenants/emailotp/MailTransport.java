package dev.externaltenants.emailotp;

import org.keycloak.email.EmailException;

/** Takes a mail to a mail server, however long that lasts. */
interface MailTransport {

    void send(ReadyMail mail) throws EmailException;
}
