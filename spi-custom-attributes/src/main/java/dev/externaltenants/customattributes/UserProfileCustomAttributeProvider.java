package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.claims.ApplicationClaims;
import dev.externaltenants.customattributes.purge.ValuePurge;
import dev.externaltenants.customattributes.purge.ValuePurgeProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** The catalogue that lives in Keycloak's user profile; there is no other store. */
final class UserProfileCustomAttributeProvider implements CustomAttributeProvider {

    private final KeycloakSession session;

    UserProfileCustomAttributeProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void prepare(RealmModel realm) {
        inTurn(realm, profiles -> {
            UPConfig profile = profiles.getConfiguration();
            boolean changed = UserProfileAttributes.prepare(profile);
            if (UsernamePolicy.of(realm).enabled()) {
                changed |= UserProfileAttributes.prepareUsernames(profile);
            }
            if (changed) {
                profiles.setConfiguration(profile);
            }
            return null;
        });
    }

    @Override
    public Stream<TenantAttribute> catalogue(RealmModel realm) {
        return Stream.concat(Arrays.stream(BuiltInAttribute.values()), list(realm));
    }

    @Override
    public Stream<CustomAttribute> list(RealmModel realm) {
        return inRealm(realm, UserProfileProvider::getConfiguration).getAttributes().stream()
                .flatMap(attribute -> UserProfileAttributes.read(attribute).stream())
                .filter(attribute -> BuiltInAttribute.find(attribute.name()).isEmpty());
    }

    @Override
    public Optional<CustomAttribute> find(RealmModel realm, String name) {
        return list(realm).filter(attribute -> attribute.name().equals(name)).findFirst();
    }

    @Override
    public boolean marksMigration(RealmModel realm, String name) {
        UPAttribute written =
                inRealm(realm, UserProfileProvider::getConfiguration).getAttribute(name);
        return MigrationAttribute.is(name)
                && written != null
                && UserProfileAttributes.isOfAdministrators(written)
                && UserProfileAttributes.read(written)
                        .filter(attribute -> attribute.dataType() == DataType.BOOLEAN)
                        .isPresent();
    }

    @Override
    public boolean isInUserProfile(RealmModel realm, String name) {
        return inRealm(realm, UserProfileProvider::getConfiguration).getAttribute(name) != null;
    }

    @Override
    public CustomAttribute define(RealmModel realm, CustomAttribute attribute) {
        CustomAttributeRules.check(attribute);
        return inTurn(realm, profiles -> {
            ValuePurgeProvider.of(session).requireNone(realm, attribute.name());
            UPConfig profile = profiles.getConfiguration();
            if (isTaken(attribute.name(), profile)) {
                throw TenantException.conflict(
                        "xt_attribute_name_taken", "name", "The tenant has an attribute of this name.");
            }
            if (profile.getAttributes().stream()
                            .filter(written ->
                                    UserProfileAttributes.read(written).isPresent())
                            .count()
                    >= CustomAttribute.LIMIT) {
                throw TenantException.conflict(
                        "xt_attribute_limit_reached",
                        null,
                        "A tenant has at most " + CustomAttribute.LIMIT + " custom attributes.");
            }
            profiles.setConfiguration(profile.addOrReplaceAttribute(UserProfileAttributes.write(attribute)));
            return attribute;
        });
    }

    @Override
    public CustomAttribute update(RealmModel realm, CustomAttribute attribute) {
        return inTurn(realm, profiles -> {
            UPConfig profile = profiles.getConfiguration();
            UPAttribute written = custom(profile, attribute.name());
            CustomAttribute updated =
                    changed(UserProfileAttributes.read(written).orElseThrow(), attribute);
            CustomAttributeRules.check(updated);
            UserProfileAttributes.describe(written, updated);
            UserProfileAttributes.lengthen(written, updated);
            profiles.setConfiguration(profile);
            return updated;
        });
    }

    @Override
    public void delete(RealmModel realm, String name) {
        inTurn(realm, profiles -> {
            UPConfig profile = profiles.getConfiguration();
            custom(profile, name);
            UserFlowProvider.of(session)
                    .list(realm)
                    .filter(flow -> collects(flow, name))
                    .findFirst()
                    .ifPresent(flow -> {
                        throw TenantException.conflict(
                                "xt_attribute_in_use", null, "The user flow " + flow.name() + " collects it.");
                    });
            refuseWhileClaimed(realm, name);
            profile.removeAttribute(name);
            profiles.setConfiguration(profile);
            return null;
        });
    }

    @Override
    public ValuePurge deleteWithValues(RealmModel realm, String name) {
        delete(realm, name);
        return ValuePurgeProvider.of(session).begin(realm, name);
    }

    private void refuseWhileClaimed(RealmModel realm, String name) {
        ApplicationClaims claims = ApplicationClaims.of(session, realm);
        realm.getClientsStream()
                .filter(app -> claims.list(app).stream()
                        .anyMatch(claim -> claim.attribute().equals(name)))
                .findFirst()
                .ifPresent(app -> {
                    throw TenantException.conflict(
                            "xt_attribute_in_use", null, "The tokens of the app " + app.getClientId() + " carry it.");
                });
    }

    private static CustomAttribute changed(CustomAttribute stored, CustomAttribute wanted) {
        if (wanted.dataType() != null && wanted.dataType() != stored.dataType()) {
            throw TenantException.conflict(
                    "xt_attribute_type_immutable",
                    "dataType",
                    "A data type never changes, because values of it may be stored.");
        }
        CustomAttribute changed = new CustomAttribute(
                wanted.name(), wanted.displayName(), wanted.description(), stored.dataType(), wanted.length());
        if (changed.maxLength() < stored.maxLength()) {
            throw TenantException.conflict(
                    "xt_attribute_max_length_lowered",
                    "maxLength",
                    "A length is never lowered, because longer values may be stored.");
        }
        return changed;
    }

    private static boolean isTaken(String name, UPConfig profile) {
        return Stream.concat(
                        Arrays.stream(BuiltInAttribute.values())
                                .flatMap(builtIn -> Stream.of(builtIn.key(), builtIn.userAttribute())),
                        profile.getAttributes().stream().map(UPAttribute::getName))
                .anyMatch(name::equalsIgnoreCase);
    }

    private static boolean collects(UserFlow flow, String name) {
        return flow.attributes().stream().anyMatch(input -> input.name().equals(name));
    }

    private static UPAttribute custom(UPConfig profile, String name) {
        if (BuiltInAttribute.find(name).isPresent()) {
            throw TenantException.conflict(
                    "xt_attribute_built_in", null, "Built-in attributes are neither changed nor deleted.");
        }
        return profile.getAttributes().stream()
                .filter(written -> written.getName().equals(name))
                .filter(written -> UserProfileAttributes.read(written).isPresent())
                .findFirst()
                .orElseThrow(() -> TenantException.notFound(
                        "xt_attribute_not_found", "The tenant has no custom attribute of this name."));
    }

    /** All attributes are one document, so of two writers at a time one would undo the other's change. */
    private <T> T inTurn(RealmModel realm, Function<UserProfileProvider, T> work) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        return inRealm(realm, work);
    }

    /**
     * Keycloak's user profile serves the realm of the session's context, which at realm import is another one, and may be
     * another object of the same realm: one that still holds what was cached before the lock.
     */
    private <T> T inRealm(RealmModel realm, Function<UserProfileProvider, T> work) {
        KeycloakContext context = session.getContext();
        RealmModel before = context.getRealm();
        context.setRealm(realm);
        try {
            return work.apply(session.getProvider(UserProfileProvider.class));
        } finally {
            context.setRealm(before);
        }
    }
}
