package dev.externaltenants.emailotp;

import org.keycloak.models.ClientModel;

/** What a mail calls an app. */
public final class AppName {

    private AppName() {}

    /** A name such as {@code ${client_account}} is a message key of the login theme, which mails do not know. */
    public static String of(ClientModel app) {
        String name = app.getName();
        return name == null || name.isBlank() || name.startsWith("${") ? app.getClientId() : name;
    }
}
