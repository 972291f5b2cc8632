package dev.externaltenants.emailotp.notice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.externaltenants.emailotp.SecurityNotice.Change;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.proof.PasswordChange;
import dev.externaltenants.userflow.proof.PasswordGiven;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Has the owner of an account told when its password or another means of proof was changed. Events are what all ways to do
 * that have in common: Keycloak's pages and REST, and ours.
 */
final class CredentialEvents implements EventListenerProvider {

    /** What the mail has words for. A device that is trusted no more is no means less. */
    private static final Set<String> MEANS = Set.of(
            OTPCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_TWOFACTOR,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS,
            RecoveryAuthnCodesCredentialModel.TYPE);

    private final KeycloakSession session;

    CredentialEvents(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        changeOf(event)
                .ifPresent(change -> withOwner(
                        event.getRealmId(), event.getUserId(), (realm, user) -> new SecurityNotices(session, realm)
                                .changed(
                                        user,
                                        change,
                                        detail(event, Details.CREDENTIAL_TYPE),
                                        event.getClientId() == null
                                                ? null
                                                : realm.getClientByClientId(event.getClientId()))));
    }

    private Optional<Change> changeOf(Event event) {
        String kind = detail(event, Details.CREDENTIAL_TYPE);
        if (event.getType() == EventType.REMOVE_CREDENTIAL) {
            return Optional.of(Change.MEANS_REMOVED).filter(removed -> MEANS.contains(kind));
        }
        if (event.getType() != EventType.UPDATE_CREDENTIAL) {
            return Optional.empty();
        }
        if (!PasswordCredentialModel.TYPE.equals(kind)) {
            return Optional.of(Change.MEANS_ADDED).filter(added -> MEANS.contains(kind));
        }
        if (PasswordChange.isFirst(session)) {
            // As after an invitation: the mailbox has just been proven, and nothing was there to be changed.
            return Optional.empty();
        }
        boolean byCode = EventDetails.EMAIL_OTP.equals(detail(event, EventDetails.METHOD));
        return Optional.of(byCode ? Change.PASSWORD_RESET : Change.PASSWORD_CHANGED);
    }

    private static String detail(Event event, String name) {
        Map<String, String> details = event.getDetails();
        return details == null ? "" : details.getOrDefault(name, "");
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        PasswordGiven.to(event)
                .ifPresent(account ->
                        withOwner(event.getRealmId(), account, (realm, user) -> new SecurityNotices(session, realm)
                                .passwordGiven(user)));
    }

    private void withOwner(String realmId, String userId, BiConsumer<RealmModel, UserModel> work) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || userId == null || !TenantRealm.is(realm)) {
            return;
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            work.accept(realm, user);
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
