package dev.externaltenants.claimsextension.password;

import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.proof.PasswordGiven;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Ends the migration of an account that gets another password by whatever way: the one that the other system holds would
 * open it for ever, and take the place of the new one.
 */
final class MigrationEnd implements EventListenerProvider {

    private final KeycloakSession session;

    MigrationEnd(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.UPDATE_CREDENTIAL
                && event.getDetails() != null
                && PasswordCredentialModel.TYPE.equals(event.getDetails().get(Details.CREDENTIAL_TYPE))) {
            end(event.getRealmId(), event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        PasswordGiven.to(event).ifPresent(account -> end(event.getRealmId(), account));
    }

    private void end(String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (userId == null || realm == null || !TenantRealm.is(realm)) {
            return;
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            MigrationMark.of(session, realm).stream()
                    .filter(mark -> mark.isOn(user))
                    .forEach(mark -> mark.remove(user));
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
