package dev.externaltenants.emailotp.signin;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A code in a required action. */
record CodeOfAction(RequiredActionContext action) implements CodeContext {

    @Override
    public KeycloakSession session() {
        return action.getSession();
    }

    @Override
    public AuthenticationSessionModel signIn() {
        return action.getAuthenticationSession();
    }

    @Override
    public UserModel user() {
        return action.getUser();
    }

    /** With the user, who is known here: somebody else in the same tab finds nothing. */
    @Override
    public String place() {
        return action.getAction() + "." + action.getUser().getId();
    }

    @Override
    public EventBuilder event() {
        return action.getEvent();
    }

    @Override
    public LoginFormsProvider form() {
        return action.form();
    }

    @Override
    public void describe(Map<String, Object> model, Purpose purpose) {
        // nothing: who is signed in neither comes from a provider nor chooses to stay
    }

    @Override
    public void show(Response page) {
        action.challenge(page);
    }
}
