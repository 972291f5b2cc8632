package dev.externaltenants.customattributes;

import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.purge.ValuePurge;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The tenant's catalogue of attributes. Writes join the session's transaction; refusals are {@link TenantException}s,
 * after which the caller must let the transaction roll back.
 */
public interface CustomAttributeProvider extends Provider {

    static CustomAttributeProvider of(KeycloakSession session) {
        return session.getProvider(CustomAttributeProvider.class);
    }

    /**
     * Makes the realm's user profile ready for user flows: adds the built-in attributes it lacks, leaves to the user flow
     * whether a first and last name are required, and to administrators what {@link MigrationAttribute} says. Whatever else
     * an operator set stays. Doing it again changes nothing.
     */
    void prepare(RealmModel realm);

    /** Returns everything a user flow can collect: the built-in attributes, then the custom ones by age. */
    Stream<TenantAttribute> catalogue(RealmModel realm);

    /** Returns the custom attributes by age. */
    Stream<CustomAttribute> list(RealmModel realm);

    Optional<CustomAttribute> find(RealmModel realm, String name);

    /**
     * Returns whether the attribute can be trusted to say whose password is yet to be migrated: it is made for that, as {@link
     * MigrationAttribute} says, of type {@code BOOLEAN}, and the realm's user profile lets no customer write it.
     */
    boolean marksMigration(RealmModel realm, String name);

    /** Returns whether Keycloak's user profile has an attribute of this name, whoever put it there. */
    boolean isInUserProfile(RealmModel realm, String name);

    /**
     * Adds a custom attribute.
     *
     * @throws TenantException {@code xt_attribute_limit_reached}, {@code xt_attribute_name_taken}, {@code
     *     xt_attribute_name_reserved}, {@code xt_attribute_purge_running}, or what its validation says
     */
    CustomAttribute define(RealmModel realm, CustomAttribute attribute);

    /**
     * Changes the display name and the description of the attribute with the same name. Its data type may be null, which
     * stands for the stored one.
     *
     * @throws TenantException {@code xt_attribute_not_found}, {@code xt_attribute_built_in}, {@code
     *     xt_attribute_type_immutable}, or what its validation says
     */
    CustomAttribute update(RealmModel realm, CustomAttribute attribute);

    /**
     * Removes the attribute from the catalogue. Values that customers have stay in the database, unseen, and show again
     * if it is defined anew.
     *
     * @throws TenantException {@code xt_attribute_not_found}, {@code xt_attribute_built_in}, {@code xt_attribute_in_use}
     */
    void delete(RealmModel realm, String name);

    /**
     * Removes the attribute from the catalogue, and then, in the background, the values that customers have.
     *
     * @throws TenantException as {@link #delete}
     */
    ValuePurge deleteWithValues(RealmModel realm, String name);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
