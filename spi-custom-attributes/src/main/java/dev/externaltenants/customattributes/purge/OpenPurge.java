package dev.externaltenants.customattributes.purge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.compat.AttributeValues;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.purge.ValuePurge.Status;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** A purge that is running, as one transaction sees it. */
final class OpenPurge {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String attribute;

    private OpenPurge(KeycloakSession session, RealmModel realm, String attribute) {
        this.session = session;
        this.realm = realm;
        this.attribute = attribute;
    }

    /** Works in a transaction of its own, unless the purge has ended or its realm is gone. */
    static <T> Optional<T> inTransaction(
            KeycloakSessionFactory sessions, String realmId, String attribute, Function<OpenPurge, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null || running(realm, attribute).isEmpty()) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            return Optional.ofNullable(work.apply(new OpenPurge(session, realm, attribute)));
        });
    }

    /** Returns whether somebody gave the user profile an attribute of this name, as Keycloak's own REST can. */
    boolean isDefinedAnew() {
        return CustomAttributeProvider.of(session).isInUserProfile(realm, attribute);
    }

    List<String> accounts(String after, int max) {
        return values().holders(realm, attribute, after, max);
    }

    boolean isThrough() {
        return values().holders(realm, attribute) == 0;
    }

    void removeFrom(List<String> accounts) {
        values().remove(realm, attribute, accounts);
    }

    void end(Status status) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        running(realm, attribute).ifPresent(purge -> purge.end(realm, status));
    }

    private AttributeValues values() {
        return KeycloakCompat.of(session).attributeValues();
    }

    private static Optional<PurgeComponent> running(RealmModel realm, String attribute) {
        return PurgeComponent.find(realm, attribute).filter(PurgeComponent::isRunning);
    }
}
