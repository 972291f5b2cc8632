package dev.externaltenants.claimsextension.password;

import dev.externaltenants.claimsextension.EventHandler;
import org.keycloak.models.UserModel;

/**
 * The attribute that says of an account that its password is yet to be migrated. Source: Entra's {@code toBeMigrated}.
 *
 * @param attribute of the account
 */
record MigrationMark(String attribute) {

    static final MigrationMark DEFAULT = new MigrationMark("toBeMigrated");

    static MigrationMark of(EventHandler handler) {
        return DEFAULT;
    }

    boolean isOn(UserModel customer) {
        return "true".equalsIgnoreCase(customer.getFirstAttribute(attribute));
    }

    void remove(UserModel customer) {
        customer.setSingleAttribute(attribute, "false");
    }
}
