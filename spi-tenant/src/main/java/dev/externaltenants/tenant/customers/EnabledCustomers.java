package dev.externaltenants.tenant.customers;

import java.util.Set;

import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.tenant.TenantProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Takes the mark of a deleted customer from whoever is enabled past our REST, so that a block or a lock-out later on is none
 * of an account to remove: when an administrator changed the user at Keycloak, and else when the customer is back.
 */
final class EnabledCustomers implements EventListenerProvider {

    private static final Set<EventType> BACK = Set.of(EventType.LOGIN, EventType.LOGIN_ERROR);
    private static final String USERS = "users/";

    private final KeycloakSession session;

    EnabledCustomers(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (BACK.contains(event.getType()) && event.getUserId() != null) {
            unmark(event.getRealmId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.USER
                && event.getOperationType() == OperationType.UPDATE
                && event.getResourcePath().startsWith(USERS)) {
            unmark(event.getRealmId(), event.getResourcePath().substring(USERS.length()));
        }
    }

    private void unmark(String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || TenantProvider.of(session).find(realm).isEmpty()) {
            return;
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null && user.isEnabled() && user.getFirstAttribute(CustomerMark.DELETED) != null) {
            user.removeAttribute(CustomerMark.DELETED);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
