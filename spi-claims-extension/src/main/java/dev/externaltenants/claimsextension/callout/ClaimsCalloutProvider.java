package dev.externaltenants.claimsextension.callout;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** The engine that asks a custom authentication extension for claims just before tokens are issued. */
public interface ClaimsCalloutProvider extends Provider {

    static ClaimsCalloutProvider of(KeycloakSession session) {
        return session.getProvider(ClaimsCalloutProvider.class);
    }

    /**
     * Asks the extension of the request; returns within its timeout times its tries, whatever the API does.
     *
     * <p>The call is signed with the active key of the realm in the session's context.
     */
    CalloutResult call(CalloutRequest request);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
