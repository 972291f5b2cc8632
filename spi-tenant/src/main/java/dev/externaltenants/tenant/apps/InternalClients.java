package dev.externaltenants.tenant.apps;

import org.keycloak.models.Constants;

/** Clients that Keycloak makes and needs itself: no apps of the tenant. */
final class InternalClients {

    private InternalClients() {}

    static boolean contains(String clientId) {
        return Constants.defaultClients.contains(clientId);
    }
}
