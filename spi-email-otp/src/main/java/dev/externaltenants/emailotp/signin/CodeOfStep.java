package dev.externaltenants.emailotp.signin;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.userflow.broker.BrokeredLogin;
import dev.externaltenants.userflow.signin.StaySignedIn;
import dev.externaltenants.userflow.signin.TrustedDeviceBox;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A code in a step of a flow. */
record CodeOfStep(AuthenticationFlowContext step) implements CodeContext {

    @Override
    public KeycloakSession session() {
        return step.getSession();
    }

    @Override
    public AuthenticationSessionModel signIn() {
        return step.getAuthenticationSession();
    }

    @Override
    public UserModel user() {
        return step.getUser();
    }

    @Override
    public String place() {
        return step.getExecution().getId();
    }

    @Override
    public EventBuilder event() {
        return step.getEvent();
    }

    @Override
    public LoginFormsProvider form() {
        return step.form();
    }

    @Override
    public void describe(Map<String, Object> model, Purpose purpose) {
        String provider = BrokeredLogin.firstLoginWith(step);
        model.put("provider", provider);
        if (purpose == Purpose.SIGN_IN && provider.isEmpty()) {
            new StaySignedIn(step).addTo(model);
        }
        if (purpose == Purpose.MFA) {
            new TrustedDeviceBox(step).addTo(model);
        }
    }

    /**
     * Never as what Keycloak calls a failure: for that it looks the typed address up, in the request, to count what it then
     * does not count because it is no password.
     */
    @Override
    public void show(Response page) {
        step.challenge(page);
    }
}
