package dev.externaltenants.emailotp;

import org.keycloak.email.EmailException;

/** A mail failed because its realm has no mail server: the one cause that a log may tell in words, for it quotes nothing. */
final class NoMailServerException extends EmailException {

    private static final long serialVersionUID = 1L;

    NoMailServerException(Throwable cause) {
        super("the realm has no mail server", cause);
    }
}
