package dev.externaltenants.userflow;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;

/**
 * Keycloak's console, whose pages and mails are read by administrators: who may word what customers see must not lead those
 * astray who may do more.
 */
public final class AdminConsole {

    private AdminConsole() {}

    /** @param app null for none */
    public static boolean is(ClientModel app) {
        return app != null && Constants.ADMIN_CONSOLE_CLIENT_ID.equals(app.getClientId());
    }
}
