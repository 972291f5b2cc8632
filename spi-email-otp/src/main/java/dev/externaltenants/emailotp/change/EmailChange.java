package dev.externaltenants.emailotp.change;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.device.TrustedDeviceProvider;
import dev.externaltenants.userflow.username.Username;
import org.jboss.logging.Logger;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Who may give the own account another address, whether one is free, and the change itself. */
public final class EmailChange {

    private static final Logger LOG = Logger.getLogger(EmailChange.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public EmailChange(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Returns whether the tenant lets its customers do it, and this is one: another administrator changes the address of an
     * administrator, to whose mailbox the way into the tenant may lead.
     */
    public boolean isOpenTo(UserModel user) {
        return UpdateEmail.isEnabled(realm)
                && isWritable(user)
                && !AdministrativePower.in(session, realm).isHeldBy(user);
    }

    /** The edit permission of Keycloak's user profile is the tenant's switch. */
    private boolean isWritable(UserModel user) {
        return !session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.UPDATE_EMAIL, user)
                .getAttributes()
                .isReadOnly(UserModel.EMAIL);
    }

    /** Returns whether somebody else than this user has the address, as such or as Keycloak's own user name. */
    public boolean isTaken(String address, String userId) {
        try {
            return isAnother(session.users().getUserByEmail(realm, address), userId)
                    || isAnother(session.users().getUserByUsername(realm, address), userId);
        } catch (ModelDuplicateException ofTwo) {
            return true;
        }
    }

    private static boolean isAnother(UserModel found, String userId) {
        return found != null && !found.getId().equals(userId);
    }

    /**
     * Gives the customer the address, which is proven, and with it Keycloak's own user name.
     *
     * @param event learns both addresses
     * @return false when somebody else has it by now; nothing is written then, and the transaction may be lost
     */
    public boolean make(UserModel user, String address, EventBuilder event) {
        UserProfile changed;
        try {
            changed = UpdateEmail.validateEmailUpdate(session, user, address);
        } catch (ValidationException taken) {
            return false;
        }
        try {
            keepName(user);
            UpdateEmail.updateEmailNow(event, user, changed);
            user.setEmailVerified(true);
            // Of two accounts at once the unique key lets one have the address; the commit would be too late to say so.
            KeycloakCompat.of(session).userDirectory().flush();
            // None is trusted with another address, and none shall be again once the address is changed back.
            TrustedDeviceProvider.of(session).revokeAll(realm, user);
            return true;
        } catch (ModelDuplicateException lostRace) {
            LOG.debug("A change of address lost the race for it");
            session.getTransactionManager().setRollbackOnly();
            return false;
        }
    }

    /** Who had no address signs in by Keycloak's user name, which the address takes the place of. */
    private static void keepName(UserModel user) {
        if (user.getEmail() == null && user.getFirstAttribute(Username.USER_ATTRIBUTE) == null) {
            Username.parse(user.getUsername())
                    .ifPresent(name -> user.setSingleAttribute(Username.USER_ATTRIBUTE, name.value()));
        }
    }
}
