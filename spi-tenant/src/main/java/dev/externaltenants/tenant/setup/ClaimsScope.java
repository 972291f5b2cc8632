package dev.externaltenants.tenant.setup;

import dev.externaltenants.claimsextension.token.ClaimsExtensionMapper;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.username.SignInNameMapper;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The default client scope that carries claims of custom authentication extensions and of sign-in, so that no app forgets it. */
final class ClaimsScope {

    private static final String NAME = "xt-claims";
    private static final String SIGN_IN_NAME = "name typed at sign-in";

    private ClaimsScope() {}

    static void ensure(RealmModel realm) {
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm, NAME);
        if (scope == null) {
            scope = create(realm);
        }
        // A tenant of an earlier version has the scope without it.
        if (scope.getProtocolMapperByName(OIDCLoginProtocol.LOGIN_PROTOCOL, SIGN_IN_NAME) == null) {
            scope.addProtocolMapper(SignInNameMapper.model(SIGN_IN_NAME));
        }
        if (realm.getDefaultClientScopesStream(true)
                .noneMatch(present -> present.getName().equals(NAME))) {
            realm.addDefaultClientScope(scope, true);
        }
    }

    /** Removes the scope, from all clients too; one of the same name that an operator made stays. */
    static void remove(RealmModel realm) {
        realm.getClientScopesStream()
                .filter(scope -> scope.getName().equals(NAME))
                .filter(scope -> Boolean.parseBoolean(scope.getAttribute(UserFlow.TENANT_SCOPE_ATTRIBUTE)))
                .map(ClientScopeModel::getId)
                .toList()
                .forEach(realm::removeClientScope);
    }

    private static ClientScopeModel create(RealmModel realm) {
        ClientScopeModel scope = realm.addClientScope(NAME);
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription("Claims of custom authentication extensions");
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(false);
        scope.setAttribute(UserFlow.TENANT_SCOPE_ATTRIBUTE, "true");
        scope.addProtocolMapper(ClaimsExtensionMapper.model("custom authentication extension"));
        return scope;
    }
}
