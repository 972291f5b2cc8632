package dev.externaltenants.userflow.signup;

import dev.externaltenants.userflow.proof.BrowserBinding;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * The browser in which the address of a new account was proven: no other one goes on with the sign-up, also if both were
 * given the same session.
 */
public final class ProvingBrowser {

    private static final String NOTE = "xt.signUp.browser";
    private static final String COOKIE = "XT_SIGN_UP_";

    private ProvingBrowser() {}

    /**
     * Returns whether this is it. Asked by each step behind the proof: the first time is in the request of the proof
     * itself, whose browser it is.
     */
    public static boolean is(AuthenticationFlowContext context) {
        BrowserBinding binding = new BrowserBinding(context, COOKIE, (int) ProvenEmail.GOOD_FOR.toSeconds());
        String bound = context.getAuthenticationSession().getAuthNote(NOTE);
        if (bound == null) {
            context.getAuthenticationSession().setAuthNote(NOTE, binding.renew());
            return true;
        }
        return binding.is(bound);
    }
}
