package dev.externaltenants.compat.smtp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import jakarta.mail.AuthenticationFailedException;

/** A letter was not taken, or nobody knows whether it was. The message holds nothing that a mail server said. */
public final class SmtpException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What Jakarta Mail says in place of a reply. */
    private static final int HUNG_UP = -1;

    private final boolean worthARetry;
    private final boolean serverDown;
    private final boolean tried;

    /** Of a letter for which the server was at least called. */
    public SmtpException(String message, Throwable cause, boolean worthARetry, boolean serverDown) {
        super(message, cause);
        this.worthARetry = worthARetry;
        this.serverDown = serverDown;
        this.tried = true;
    }

    /** Of a letter for which nobody has been called. */
    public SmtpException(String message, Throwable cause) {
        super(message, cause);
        this.worthARetry = false;
        this.serverDown = false;
        this.tried = false;
    }

    /** Returns whether the failure says anything about the server. */
    public boolean tried() {
        return tried;
    }

    /** Returns whether the same letter may be sent again: the cause may pass, and the server has certainly not taken it. */
    public boolean worthARetry() {
        return worthARetry;
    }

    /** Returns whether other letters by the same settings would fail as well. */
    public boolean serverDown() {
        return serverDown;
    }

    static SmtpException noServer() {
        return new SmtpException("the realm has no mail server", null);
    }

    /** There is no letter to send, so nobody has been talked to. */
    static SmtpException unwritten(Exception cause) {
        return new SmtpException(kind(cause), cause);
    }

    static SmtpException unencrypted(Exception cause) {
        return new SmtpException("the mail server offers no STARTTLS", cause, false, true);
    }

    /**
     * Judges a failure.
     *
     * @param reply the code of the server's last reply
     */
    static SmtpException of(Exception failure, Progress progress, int reply, boolean late) {
        boolean connected = progress != Progress.CONNECTING;
        if (late) {
            return new SmtpException("not done in time", failure, false, true);
        }
        if (causes(failure).anyMatch(SmtpException::isOfTrust)) {
            return new SmtpException(kind(failure), failure, false, true);
        }
        if (reply >= 400 && reply <= 599) {
            // The server is there; what it refuses after the greeting is this letter.
            return new SmtpException("reply " + reply, failure, reply < 500, !connected);
        }
        boolean broken = causes(failure).anyMatch(IOException.class::isInstance);
        if (broken || reply == HUNG_UP) {
            // Once the content is on its way, the server may have it although its reply is missing.
            String how = broken ? kind(failure) : "the server hung up";
            return new SmtpException(how, failure, progress != Progress.TRANSFERRING, true);
        }
        return new SmtpException(kind(failure), failure, false, !connected);
    }

    /** Somebody must change the settings, or the server, first. */
    private static boolean isOfTrust(Throwable cause) {
        return cause instanceof SSLException
                || cause instanceof CertificateException
                || cause instanceof AuthenticationFailedException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, SmtpException::next);
    }

    private static Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }

    private static String kind(Throwable failure) {
        return causes(failure)
                .reduce((outer, inner) -> inner)
                .orElse(failure)
                .getClass()
                .getSimpleName();
    }

    /** How far the talk with the server has come. */
    enum Progress {
        /** Until the server would take a letter: greeting, encryption, signing in. */
        CONNECTING,
        /** The server has been told from and to whom. */
        ADDRESSING,
        /** The content is on its way. */
        TRANSFERRING
    }
}
