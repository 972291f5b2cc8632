package dev.externaltenants.userflow.proof;

import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Lets a required action be done by a sign-in of a tenant only while its proof stands. */
public final class ProofGuard {

    /** Above Keycloak's own actions, which are 0. */
    public static final int ORDER = 1000;

    /** Of a session's attribute, by tab. */
    private static final String STANDING = "xt.proof.standing.";

    private ProofGuard() {}

    public static RequiredActionProvider actionOf(KeycloakSession session, String id, RequiredActionProvider action) {
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        if (signIn == null || signIn.getAuthenticatedUser() == null || !TenantRealm.is(signIn.getRealm())) {
            return action;
        }
        String standing = STANDING + signIn.getTabId();
        if (session.getAttribute(standing) != null) {
            // Keycloak makes all actions at the end of a sign-in; of an account just written each look would be a
            // query.
            return action;
        }
        if (SignInProof.of(signIn).isEmpty()) {
            // Nothing of ours proved it, as a link by mail or a step that an operator added: it counts from here.
            SignInProof.beginning(session, signIn.getAuthenticatedUser()).note(signIn);
        }
        if (SignInProof.isEnded(session, signIn)) {
            return new EndedSignIn(id);
        }
        session.setAttribute(standing, Boolean.TRUE);
        return action;
    }
}
