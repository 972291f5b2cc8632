package dev.externaltenants.userflow.broker;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The way from a sign-in to an identity provider: Keycloak's broker, which comes back to the same sign-in. */
final class ProviderRedirect {

    private final AuthenticationFlowContext context;

    ProviderRedirect(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** @param loginHint who signs in, or null */
    URI uri(IdentityProviderModel provider, String loginHint) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        return Urls.identityProviderAuthnRequest(
                context.getUriInfo().getBaseUri(),
                provider.getAlias(),
                context.getRealm().getName(),
                new ClientSessionCode<>(context.getSession(), context.getRealm(), signIn).getOrGenerateCode(),
                signIn.getClient().getClientId(),
                signIn.getTabId(),
                AuthenticationProcessor.getClientData(context.getSession(), signIn),
                loginHint);
    }

    void go(IdentityProviderModel provider, String loginHint) {
        context.forceChallenge(Response.seeOther(uri(provider, loginHint)).build());
    }
}
