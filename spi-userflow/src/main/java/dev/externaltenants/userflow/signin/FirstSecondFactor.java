package dev.externaltenants.userflow.signin;

import java.util.Set;

import jakarta.ws.rs.core.UriBuilder;

import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a customer comes by a second factor. Whoever sets one up or removes one proves two factors, at whatever app, or whoever
 * has one would have the other. Only a customer who signs in by codes and has no second factor yet sets up the first one by
 * what there is: reading the mailbox already opens all of such an account.
 */
final class FirstSecondFactor {

    private static final String SET_UP_APP = UserModel.RequiredAction.CONFIGURE_TOTP.name();

    /** By which a first one may be set up; recovery codes only stand in for others. */
    private static final Set<String> FIRST =
            Set.of(SET_UP_APP, WebAuthnRegisterFactory.PROVIDER_ID, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);

    private static final Set<String> OTHER =
            Set.of(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name(), DeleteCredentialAction.PROVIDER_ID);

    private FirstSecondFactor() {}

    /** Says whether the app asks for an action of Keycloak's by which second factors come and go. */
    static boolean isConcernedBy(AuthenticationSessionModel signIn) {
        String action = action(signIn);
        return FIRST.contains(action) || OTHER.contains(action);
    }

    /** Says whether the customer came to set up the very first one, and neither the app nor its flow asks for two factors. */
    static boolean isBeingSetUp(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        return FIRST.contains(action(signIn))
                && RaisedLevel.isAppContentWithOne(signIn)
                && levelOfFlow(context) <= AssuranceLevel.ONE_FACTOR
                && isMissing(context);
    }

    /** Says whether the customer signed in by a code, and can prove nothing else. */
    static boolean isMissing(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return user != null
                && FirstFactor.isEmailCode(context.getSession(), context.getRealm(), context.getAuthenticationSession())
                && !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                && !new SecondProofs(context).isOnePossible();
    }

    /** Returns where a customer sets up an authenticator app, with the account page as the way on. */
    static String setUpUrl(KeycloakSession session, UserModel user) {
        String realm = session.getContext().getRealm().getName();
        UriBuilder base = session.getContext().getUri().getBaseUriBuilder();
        return OIDCLoginProtocolService.authUrl(base)
                .queryParam(OAuth2Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
                .queryParam(
                        OAuth2Constants.REDIRECT_URI,
                        Urls.accountBase(session.getContext().getUri().getBaseUri())
                                .path("/")
                                .build(realm))
                .queryParam(Constants.KC_ACTION, SET_UP_APP)
                .queryParam(OIDCLoginProtocol.LOGIN_HINT_PARAM, "{address}")
                .resolveTemplate("address", user.getEmail())
                .build(realm)
                .toString();
    }

    /** The account page asks for the level of the strictest flow, and is where the first one is set up. */
    private static int levelOfFlow(AuthenticationFlowContext context) {
        ClientModel app = context.getAuthenticationSession().getClient();
        return Constants.ACCOUNT_MANAGEMENT_CLIENT_ID.equals(app.getClientId())
                ? AssuranceLevel.ONE_FACTOR
                : UserFlowProvider.of(context.getSession()).requiredLevel(app);
    }

    private static String action(AuthenticationSessionModel signIn) {
        String action = signIn.getClientNote(Constants.KC_ACTION);
        return action == null ? "" : action;
    }
}
