package dev.externaltenants.emailotp.signin;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether the customer wants to be signed out everywhere else, kept from one page to the next. */
record EndSessions(AuthenticationSessionModel signIn, String note) {

    /** As Keycloak's own pages call the box. */
    private static final String FIELD = "logout-sessions";

    static EndSessions of(RequiredActionContext context) {
        return new EndSessions(
                context.getAuthenticationSession(),
                "xt.end-sessions." + CodeContext.of(context).place());
    }

    void choose(MultivaluedMap<String, String> form) {
        signIn.setAuthNote(note, Boolean.toString(form.containsKey(FIELD)));
    }

    /** Wanted unless the customer said no. */
    boolean areWanted() {
        String chosen = signIn.getAuthNote(note);
        return chosen == null || Boolean.parseBoolean(chosen);
    }
}
