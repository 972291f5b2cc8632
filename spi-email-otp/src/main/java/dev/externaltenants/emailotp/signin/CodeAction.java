package dev.externaltenants.emailotp.signin;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.userflow.signin.SignInMethod;

/** The buttons of the code page. */
enum CodeAction {
    VERIFY,
    RESEND,
    /** Back to the e-mail page, at sign-up only. */
    CHANGE,
    /** On to the password page, at sign-in only. */
    PASSWORD;

    /** Anything unknown is a code to verify, which cannot do harm. */
    static CodeAction of(MultivaluedMap<String, String> form) {
        String pressed = form.getFirst(SignInMethod.SWITCH);
        return switch (pressed == null ? "" : pressed) {
            case "resend" -> RESEND;
            case "change" -> CHANGE;
            case SignInMethod.SWITCH_TO_PASSWORD -> PASSWORD;
            default -> VERIFY;
        };
    }
}
