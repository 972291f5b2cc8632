package dev.externaltenants.userflow.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The lock of the password reset: every door to it (link, direct URL, forgot-credentials endpoint) leads through the reset
 * flow, and this is its first step.
 *
 * <p>It lets a reset begin only in a clean sign-in: no user, level or note that another flow of the same tab has left
 * may stand in for a proof here (the lesson of CVE-2026-18963).
 */
final class PasswordResetGateAuthenticator implements UserlessStep {

    private static final String BEGUN = "xt.reset.begun";

    /** What was typed, to fill the field, and how a reset without an app's request ends. */
    private static final List<String> KEPT = List.of(
            AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME,
            AuthenticationManager.END_AFTER_REQUIRED_ACTIONS,
            AuthenticationManager.SET_REDIRECT_URI_AFTER_REQUIRED_ACTIONS);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel reset = context.getAuthenticationSession();
        if (!PasswordResetOffer.isMade(context.getSession(), reset.getClient())) {
            PasswordResetOffer.refuse(context);
        } else if (reset.getAuthNote(BEGUN) == null) {
            Map<String, String> kept = kept(reset);
            context.resetFlow(() -> {
                kept.forEach(reset::setAuthNote);
                reset.setAuthNote(BEGUN, Boolean.TRUE.toString());
            });
        } else {
            context.success();
        }
    }

    private static Map<String, String> kept(AuthenticationSessionModel reset) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT) {
            String value = reset.getAuthNote(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }
}
