package dev.externaltenants.userflow.device;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Lets the devices go of whom an administrator disables at Keycloak's own REST: who is enabled again later looks as before, so
 * {@link AccountState} cannot tell.
 */
final class DisabledCustomers implements EventListenerProvider {

    private static final String USERS = "users/";

    private final KeycloakSession session;

    DisabledCustomers(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        // A customer disables nobody.
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.USER
                && event.getOperationType() == OperationType.UPDATE
                && event.getResourcePath().startsWith(USERS)) {
            forgetDevicesOf(event.getRealmId(), event.getResourcePath().substring(USERS.length()));
        }
    }

    private void forgetDevicesOf(String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        UserModel user = realm == null ? null : session.users().getUserById(realm, userId);
        if (user != null && !user.isEnabled()) {
            TrustedDeviceProvider.of(session).revokeAll(realm, user);
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
