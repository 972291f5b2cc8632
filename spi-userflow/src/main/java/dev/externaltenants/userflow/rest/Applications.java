package dev.externaltenants.userflow.rest;

import java.util.Set;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Finds the app that a path of our REST names. */
public final class Applications {

    private static final Set<String> KEYCLOAKS_OWN = Set.of(
            Constants.REALM_MANAGEMENT_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID);

    private Applications() {}

    /** @throws TenantException {@code xt_application_not_found} */
    public static ClientModel find(RealmModel realm, String clientId) {
        ClientModel app = realm.getClientByClientId(clientId);
        if (app == null) {
            throw TenantException.notFound("xt_application_not_found", "The tenant has no app of this client id.");
        }
        return app;
    }

    /**
     * Finds an app to change; the caller's right to do so is still to be checked.
     *
     * @throws TenantException {@code xt_application_not_found}, {@code xt_application_internal}
     */
    public static ClientModel findToChange(RealmModel realm, String clientId) {
        ClientModel app = find(realm, clientId);
        if (KEYCLOAKS_OWN.contains(clientId)) {
            throw TenantException.conflict(
                    "xt_application_internal", null, "This client is Keycloak's own and takes no settings of ours.");
        }
        return app;
    }
}
