package dev.externaltenants.compat.smtp;

import java.util.Map;

/** Sends by Keycloak's SMTP settings of the realm in the session's context. */
public interface SmtpClient {

    /**
     * Hands the letter to the mail server, and returns when the server has taken it.
     *
     * @param settings of the realm, as {@code RealmModel.getSmtpConfig} has them
     * @param deadline ends the talk, however it goes
     */
    void send(Map<String, String> settings, Letter letter, Deadline deadline) throws SmtpException;
}
