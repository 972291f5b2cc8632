package dev.externaltenants.emailotp.signin.reset;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.events.Errors;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * What the customer typed on the page for a new password.
 *
 * @param endSessions whether the account is to be signed out everywhere else
 */
record ChosenPassword(String password, String confirmation, boolean endSessions) {

    /** @param event how the event log calls it */
    record Refusal(String event, String reason, FormMessage message) {}

    static ChosenPassword of(MultivaluedMap<String, String> form) {
        return new ChosenPassword(
                form.getFirst(NewPasswordPage.PASSWORD),
                form.getFirst(NewPasswordPage.CONFIRMATION),
                form.containsKey(NewPasswordPage.END_SESSIONS));
    }

    /** Gives it to the customer, or says why not. */
    Optional<Refusal> giveTo(UserModel customer) {
        if (password == null || password.isBlank()) {
            return refused(Errors.PASSWORD_MISSING, "xtPasswordMissing", NewPasswordPage.PASSWORD);
        }
        if (!password.equals(confirmation)) {
            return refused(Errors.PASSWORD_CONFIRM_ERROR, "xtPasswordMismatch", NewPasswordPage.CONFIRMATION);
        }
        try {
            if (!customer.credentialManager().updateCredential(UserCredentialModel.password(password, false))) {
                throw new IllegalStateException("No credential store took the password");
            }
            return Optional.empty();
        } catch (ModelException byPolicy) {
            return Optional.of(new Refusal(
                    Errors.PASSWORD_REJECTED,
                    byPolicy.getMessage(),
                    new FormMessage(NewPasswordPage.PASSWORD, byPolicy.getMessage(), byPolicy.getParameters())));
        }
    }

    private static Optional<Refusal> refused(String event, String message, String field) {
        return Optional.of(new Refusal(event, message, new FormMessage(field, message)));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "ChosenPassword[endSessions=" + endSessions + "]";
    }
}
