package dev.externaltenants.claimsextension.password;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.MigrationAttribute;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The attribute that says of an account that its password is yet to be migrated. Source: Entra's {@code toBeMigrated}.
 *
 * @param attribute of the account
 */
record MigrationMark(String attribute) {

    static MigrationMark of(EventHandler handler) {
        return new MigrationMark(handler.migrationAttribute().orElse(EventHandler.DEFAULT_MIGRATION_ATTRIBUTE));
    }

    /** Returns all that may be on accounts of the tenant. */
    static List<MigrationMark> of(KeycloakSession session, RealmModel realm) {
        return Stream.concat(
                        Stream.of(EventHandler.DEFAULT_MIGRATION_ATTRIBUTE),
                        AuthenticationEventListenerProvider.of(session)
                                .list(realm)
                                .map(AuthenticationEventListener::migrationAttribute)
                                .flatMap(attribute -> Optional.ofNullable(attribute).stream()))
                // From a realm file it may be any: what marks no migration is not ours to change.
                .filter(MigrationAttribute::is)
                .distinct()
                .map(MigrationMark::new)
                .toList();
    }

    /** Returns whether nobody but an administrator can have set it. */
    boolean isTrusted(KeycloakSession session, RealmModel realm) {
        return CustomAttributeProvider.of(session).marksMigration(realm, attribute);
    }

    boolean isOn(UserModel customer) {
        return "true".equalsIgnoreCase(customer.getFirstAttribute(attribute));
    }

    void remove(UserModel customer) {
        customer.setSingleAttribute(attribute, "false");
    }
}
