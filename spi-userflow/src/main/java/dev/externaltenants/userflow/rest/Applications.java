package dev.externaltenants.userflow.rest;

import java.util.Set;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** Finds the app that a path of our REST names. */
public final class Applications {

    /** Customers sign in to these of Keycloak's own. */
    private static final Set<String> ACCOUNT =
            Set.of(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, Constants.ACCOUNT_CONSOLE_CLIENT_ID);

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
     * Finds an app to change, which no other writer does meanwhile if the caller has its turn; the caller's right to do so is
     * still to be checked.
     *
     * @throws TenantException {@code xt_application_not_found}, {@code xt_application_internal}
     */
    public static ClientModel findToChange(RealmModel realm, String clientId) {
        ClientModel app = find(realm, clientId);
        if (Constants.defaultClients.contains(clientId)) {
            throw internal();
        }
        return readAnew(app);
    }

    /**
     * Lets go of what the cache holds of the app: the writer before, whom {@link AdminRequest#takeTurn} waited for, may have
     * replaced it.
     */
    public static ClientModel readAnew(ClientModel app) {
        // From the first write on, the model reads anew.
        app.removeAttribute("xt.none");
        return app;
    }

    /**
     * Finds an app to map to a user flow; the caller's right to do so is still to be checked.
     *
     * @throws TenantException {@code xt_application_not_found}, {@code xt_application_internal}
     */
    public static ClientModel findToMap(RealmModel realm, String clientId) {
        ClientModel app = find(realm, clientId);
        if (Constants.defaultClients.contains(clientId) && !ACCOUNT.contains(clientId)) {
            throw internal();
        }
        return app;
    }

    private static TenantException internal() {
        return TenantException.conflict(
                "xt_application_internal", null, "This client is Keycloak's own and takes no settings of ours.");
    }
}
