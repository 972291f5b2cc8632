package dev.externaltenants.claimsextension;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The store of custom authentication extensions. Writes join the session's transaction; refusals are
 * {@link TenantException}s, after which the caller must let the transaction roll back.
 */
public interface CustomExtensionProvider extends Provider {

    static CustomExtensionProvider of(KeycloakSession session) {
        return session.getProvider(CustomExtensionProvider.class);
    }

    /** Returns the tenant's extensions ordered by name. */
    Stream<CustomExtension> list(RealmModel realm);

    /** Returns the extension; a look-up in the realm cache. */
    Optional<CustomExtension> find(RealmModel realm, String id);

    /**
     * Stores a new extension; its id and version are assigned.
     *
     * @throws TenantException {@code xt_extension_limit_reached}, {@code xt_extension_name_taken}, or what its validation
     *     says
     */
    CustomExtension create(RealmModel realm, CustomExtension extension);

    /**
     * Replaces the extension with the same id and version.
     *
     * @throws TenantException {@code xt_extension_not_found}, {@code xt_version_conflict}, {@code xt_extension_name_taken},
     *     or what its validation says
     */
    CustomExtension update(RealmModel realm, CustomExtension extension);

    /**
     * Deletes an extension that no user flow and no event listener points to.
     *
     * @throws TenantException {@code xt_extension_not_found}, {@code xt_extension_in_use}
     */
    void delete(RealmModel realm, String id);

    /**
     * Returns the ids of now by everything that an imported file may call an extension: its name, the id it had before, and
     * its id. To be asked before {@link #reconnectUserFlows}, which forgets the ids of before.
     */
    Map<String, String> idsByImportedName(RealmModel realm);

    /**
     * Points user flows again to extensions that got another id by an import, and those that name theirs, as a file written
     * by hand may.
     */
    void reconnectUserFlows(RealmModel realm);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
