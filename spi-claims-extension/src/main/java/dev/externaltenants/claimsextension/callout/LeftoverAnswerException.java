package dev.externaltenants.claimsextension.callout;

import java.io.IOException;

/** The connection has bytes that nobody asked for; nothing was sent over it, and it is closed. */
final class LeftoverAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    LeftoverAnswerException() {
        super("Bytes after the last answer");
    }
}
