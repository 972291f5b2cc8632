package dev.externaltenants.userflow.token;

import java.util.Set;

import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;

/**
 * Takes the roles of Keycloak's account REST out of a token whose session proved less than the account console asks for:
 * else any app with all roles in its scope would be a way around that.
 */
final class AccountRolesCheck implements TokenPostProcessor {

    private final KeycloakSession session;

    AccountRolesCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AccessToken token = context.accessToken();
        if (token == null || token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID) == null) {
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        int required = UserFlowProvider.of(session)
                .requiredLevelOfAccount(clientSession.getClient().getRealm());
        if (required > AssuranceLevel.ONE_FACTOR
                && AcrStore.getCurrentLevelOfAuthentication(clientSession) < required) {
            // Of a token that says nothing of them, Keycloak asks the session for them.
            token.getResourceAccess()
                    .put(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, new AccessToken.Access().roles(Set.of()));
        }
    }
}
