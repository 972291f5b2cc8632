package dev.externaltenants.userflow.signin;

import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.OfferedProviders;
import dev.externaltenants.userflow.broker.ProviderAcceleration;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks who signs in.
 *
 * <p>It takes any address or name and looks nobody up, so neither its answer nor its time tells whether an account exists; the
 * next step proves both at once.
 */
final class IdentifyAuthenticator implements UserlessStep {

    private static final String PAGE = "xt-identify.ftl";
    private static final int MAX_LENGTH = 255;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (new ProviderAcceleration(context).byHint()) {
            return;
        }
        if (context.getUser() != null) {
            // Known from the session that is being re-authenticated or stepped up: only the proof is asked.
            context.success();
            return;
        }
        context.challenge(page(context, prefill(context.getAuthenticationSession()), context.form()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String typed =
                context.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME);
        String identifier = typed == null ? "" : typed.trim();
        if (identifier.isEmpty()
                || identifier.length() > MAX_LENGTH
                || identifier.chars().anyMatch(Character::isISOControl)) {
            FormMessage error = new FormMessage(
                    AuthenticationManager.FORM_USERNAME, usernames(context) ? "xtIdentifierInvalid" : "xtEmailInvalid");
            context.forceChallenge(page(context, "", context.form().addError(error)));
            return;
        }
        context.getAuthenticationSession()
                .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, identifier);
        if (!new ProviderAcceleration(context).byAddress(identifier)) {
            context.success();
        }
    }

    private static String prefill(AuthenticationSessionModel signIn) {
        String attempted = signIn.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        String hint = attempted == null ? signIn.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM) : attempted;
        return hint == null ? "" : hint;
    }

    private static Response page(AuthenticationFlowContext context, String email, LoginFormsProvider form) {
        boolean signUpAllowed = UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .signUpAllowed();
        return form.setAttribute(
                        "xt",
                        Map.of(
                                "email",
                                email,
                                "signUpAllowed",
                                signUpAllowed,
                                "usernames",
                                usernames(context),
                                "providers",
                                new OfferedProviders(context).buttons()))
                .createForm(PAGE);
    }

    private static boolean usernames(AuthenticationFlowContext context) {
        return UsernamePolicy.of(context.getRealm()).enabled();
    }
}
