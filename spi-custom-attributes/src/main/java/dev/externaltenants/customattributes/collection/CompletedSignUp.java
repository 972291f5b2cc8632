package dev.externaltenants.customattributes.collection;

import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.FirstFactor;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Signs in the customer whose account was created just now, and books both as Keycloak's own registration does. */
final class CompletedSignUp {

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel authSession;

    CompletedSignUp(AuthenticationFlowContext context) {
        this.context = context;
        this.authSession = context.getAuthenticationSession();
    }

    void signIn(UserModel user, SignUpMethod method) {
        authSession.setAuthNote(AuthenticationManager.NEW_USER_REGISTERED, "true");
        authSession.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, user.getUsername());
        context.setUser(user);
        ProvenEmail.clear(authSession);
        prove(method, user);
        bookRegistration(user);
        context.success();
    }

    /**
     * The code sent by e-mail was proven a moment ago, and with a password a second factor with it, so an app that asks for
     * two factors need not send a second code right after the first.
     *
     * <p>Keycloak hands the map of levels to the user session at the end of a flow that has a level condition. The
     * registration flow has none, so it is handed over here; without it a second app would ask for both factors again.
     */
    private void prove(SignUpMethod method, UserModel user) {
        SignInProof.beginning(context.getSession(), user).note(authSession);
        AcrStore levels = new AcrStore(context.getSession(), authSession);
        levels.setLevelAuthenticated(AssuranceLevel.ONE_FACTOR);
        if (method == SignUpMethod.EMAIL_PASSWORD) {
            levels.setLevelAuthenticated(AssuranceLevel.TWO_FACTORS);
            FirstFactor.provenByPassword(authSession);
        } else {
            FirstFactor.provenByCode(authSession, user);
        }
        authSession.setUserSessionNote(Constants.LOA_MAP, authSession.getAuthNote(Constants.LOA_MAP));
    }

    private void bookRegistration(UserModel user) {
        context.getEvent().user(user).success();
        EventBuilder login = context.newEvent()
                .event(EventType.LOGIN)
                .client(authSession.getClient().getClientId())
                .detail(Details.REDIRECT_URI, authSession.getRedirectUri())
                .detail(Details.AUTH_METHOD, authSession.getProtocol());
        String authType = authSession.getAuthNote(Details.AUTH_TYPE);
        if (authType != null) {
            login.detail(Details.AUTH_TYPE, authType);
        }
    }
}
