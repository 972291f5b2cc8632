package dev.externaltenants.userflow.password;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Keycloak's own check of a password, and before it that of a password which another system still holds. */
public abstract class PasswordForm extends AbstractUsernameFormAuthenticator {

    @Override
    public final boolean validatePassword(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        PendingPassword pending = new PendingPassword(context);
        if (!pending.isOf(user)) {
            return validateStored(context, user, form, clearUser);
        }
        if (isDisabledByBruteForce(context, user)) {
            return false;
        }
        return switch (pending.prove(user, form.getFirst(CredentialRepresentation.PASSWORD))) {
            case PROVEN -> true;
            case AS_STORED -> validateStored(context, user, form, clearUser);
            case ANSWERED -> false;
        };
    }

    /** Compares with the stored password; where it is another one, the request is answered and the failure booked. */
    protected boolean validateStored(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        return super.validatePassword(context, user, form, clearUser);
    }
}
