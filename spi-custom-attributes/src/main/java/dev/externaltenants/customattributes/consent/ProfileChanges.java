package dev.externaltenants.customattributes.consent;

import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Customers who untick a consent in Keycloak's own pages or its account API withdraw it. */
final class ProfileChanges implements EventListenerProvider {

    private final KeycloakSession session;

    ProfileChanges(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() != EventType.UPDATE_PROFILE || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel customer =
                realm != null && TenantRealm.is(realm) ? session.users().getUserById(realm, event.getUserId()) : null;
        if (customer != null && !isImpersonated(realm, event.getSessionId())) {
            ConsentProvider.of(session)
                    .withdrawUnticked(
                            realm,
                            customer,
                            new ConsentContext(
                                    null,
                                    event.getClientId(),
                                    session.getContext().resolveLocale(customer),
                                    event.getIpAddress()));
        }
    }

    /** What an administrator does who looks at an app as the customer, no customer has decided either. */
    private boolean isImpersonated(RealmModel realm, String sessionId) {
        UserSessionModel userSession =
                sessionId == null ? null : session.sessions().getUserSession(realm, sessionId);
        return userSession != null && userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // What an administrator writes, no customer has decided.
    }

    @Override
    public void close() {
        // nothing is held
    }
}
