package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.FirstFactor;
import org.keycloak.events.Details;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Whether an app takes what its customer's session proved, so that single sign-on leads past no list. */
public final class BrokeredSession {

    private BrokeredSession() {}

    /**
     * Returns whether the customer proved something to the tenant itself, such as a password, or signed in last with a
     * provider that the app's user flow lists.
     */
    public static boolean suits(KeycloakSession session, UserSessionModel userSession, ClientModel app) {
        String provider = userSession.getNote(Details.IDENTITY_PROVIDER);
        return provider == null
                || FirstFactor.isProvenIn(userSession)
                || !TenantRealm.is(app.getRealm())
                || UserFlowProvider.of(session).identityProviders(app).contains(provider);
    }
}
