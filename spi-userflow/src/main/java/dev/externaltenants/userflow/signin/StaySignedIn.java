package dev.externaltenants.userflow.signin;

import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;

/**
 * The customer's choice to stay signed in when the browser is closed; Keycloak's "remember me", which the realm's own
 * settings switch and limit.
 *
 * <p>A box on the page of the proof, so that it costs no page of its own. Only who presses the button there can tick it: it
 * is read from that form, and from no address or cookie.
 */
public final class StaySignedIn {

    private static final String MODEL = "staySignedIn";

    private final AuthenticationFlowContext context;

    public StaySignedIn(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** Gives the page the box, ticked as the customer left it; where it is not offered, nothing. */
    public void addTo(Map<String, Object> model) {
        if (isOffered()) {
            String chosen = context.getAuthenticationSession().getAuthNote(Details.REMEMBER_ME);
            model.put(MODEL, Boolean.parseBoolean(chosen));
        }
    }

    /** Takes the choice from a form that may have the box. */
    public void take(MultivaluedMap<String, String> form) {
        if (isOffered()) {
            AuthenticatorUtils.processRememberMe(context, form);
        }
    }

    /** Not to whom the session has found: it goes on as it began, since Keycloak cannot change that. */
    private boolean isOffered() {
        return context.getRealm().isRememberMe() && context.getUser() == null;
    }
}
