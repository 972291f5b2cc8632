package dev.externaltenants.emailotp.signin;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where a code is asked for: a step of a flow, or a required action of who is signed in. Keycloak gives the two nothing in
 * common, and a code needs only this of either.
 */
interface CodeContext {

    static CodeContext of(AuthenticationFlowContext step) {
        return new CodeOfStep(step);
    }

    static CodeContext of(RequiredActionContext action) {
        return new CodeOfAction(action);
    }

    KeycloakSession session();

    AuthenticationSessionModel signIn();

    /** Returns who is known, or null. */
    UserModel user();

    /** Names the step or action: notes and codes of one are worth nothing in another. */
    String place();

    EventBuilder event();

    LoginFormsProvider form();

    /** Adds what only the page of this place has. */
    void describe(Map<String, Object> model, Purpose purpose);

    void show(Response page);
}
