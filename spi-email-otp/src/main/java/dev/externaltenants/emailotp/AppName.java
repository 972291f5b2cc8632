package dev.externaltenants.emailotp;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** What a mail calls an app. */
public final class AppName {

    private AppName() {}

    /**
     * A name such as {@code ${client_account}} is a message key of the login theme, which mails do not know: it is Keycloak's
     * for an app of the tenant itself, such as the account page.
     */
    public static String of(ClientModel app) {
        String name = app.getName();
        if (name == null || name.isBlank()) {
            return app.getClientId();
        }
        return name.startsWith("${") ? of(app.getRealm()) : name;
    }

    /** Of what is done at no app. */
    public static String of(RealmModel tenant) {
        String name = tenant.getDisplayName();
        return name == null || name.isBlank() ? tenant.getName() : name;
    }
}
