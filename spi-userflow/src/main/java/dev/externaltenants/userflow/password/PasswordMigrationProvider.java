package dev.externaltenants.userflow.password;

import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Knows accounts whose password another system still holds, and takes it over at a sign-in.
 *
 * <p>Facts: Entra's just-in-time password migration.
 */
public interface PasswordMigrationProvider extends Provider {

    /** Returns the provider of the server; there is none without the module of custom extensions. */
    static Optional<PasswordMigrationProvider> of(KeycloakSession session) {
        return Optional.ofNullable(session.getProvider(PasswordMigrationProvider.class));
    }

    /** Returns whether the account is yet to be migrated. Looks at it, and asks nobody. */
    boolean isPending(ClientModel app, UserModel customer);

    /**
     * Has the password that was typed for a pending account compared with the stored one, and then judged by who holds the
     * other. Within the request, so it keeps to a deadline. A password that is right is the account's own from now on.
     */
    MigrationResult prove(ClientModel app, UserModel customer, String typed);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
