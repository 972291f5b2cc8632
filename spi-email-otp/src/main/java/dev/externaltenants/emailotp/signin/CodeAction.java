package dev.externaltenants.emailotp.signin;

import jakarta.ws.rs.core.MultivaluedMap;

/** The buttons of the code page. */
enum CodeAction {
    VERIFY,
    RESEND,
    /** Back to the e-mail page, at sign-up only. */
    CHANGE;

    private static final String FIELD = "action";

    /** Anything unknown is a code to verify, which cannot do harm. */
    static CodeAction of(MultivaluedMap<String, String> form) {
        String pressed = form.getFirst(FIELD);
        if ("resend".equals(pressed)) {
            return RESEND;
        }
        return "change".equals(pressed) ? CHANGE : VERIFY;
    }
}
