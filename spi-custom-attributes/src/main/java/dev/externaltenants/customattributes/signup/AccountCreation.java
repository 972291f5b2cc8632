package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

import dev.externaltenants.userflow.username.Username;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Creates the account as a whole or not at all. */
final class AccountCreation {

    private static final Logger LOG = Logger.getLogger(AccountCreation.class);

    private final KeycloakSession session;
    private final List<SignUpField> fields;

    AccountCreation(KeycloakSession session, List<SignUpField> fields) {
        this.session = session;
        this.fields = fields;
    }

    /**
     * @param password null for an account that signs in by code
     * @param username free and reserved, or null
     */
    SignUpResult create(Map<String, List<String>> userAttributes, String password, Username username) {
        UserProfile profile =
                session.getProvider(UserProfileProvider.class).create(UserProfileContext.REGISTRATION, userAttributes);
        try {
            profile.validate();
        } catch (ValidationException refused) {
            return refused.hasError(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS)
                    ? new SignUpResult.AccountExists()
                    : new SignUpResult.Rejected(
                            refused.getErrors().stream().map(this::error).toList());
        }
        UserModel user;
        try {
            user = profile.create();
        } catch (ModelDuplicateException lostRace) {
            // A second tab or another node created the account since the check above; its unique key has decided.
            LOG.debug("A sign-up lost the race for its address");
            session.getTransactionManager().setRollbackOnly();
            return new SignUpResult.AccountExists();
        }
        user.setEnabled(true);
        user.setEmailVerified(true);
        if (username != null) {
            // Past the user profile, by which only administrators may write it.
            user.setSingleAttribute(Username.USER_ATTRIBUTE, username.value());
        }
        return password == null ? new SignUpResult.Created(user) : setPassword(user, password);
    }

    private SignUpResult setPassword(UserModel user, String password) {
        try {
            if (!user.credentialManager().updateCredential(UserCredentialModel.password(password, false))) {
                throw new IllegalStateException("No credential store took the password of a new account");
            }
            return new SignUpResult.Created(user);
        } catch (ModelException refused) {
            // A policy that judges only passwords of existing users; an account without its password must not remain.
            LOG.debugf("The password of a new account was refused: %s", refused.getMessage());
            session.getTransactionManager().setRollbackOnly();
            return new SignUpResult.Rejected(
                    List.of(FieldError.byPasswordPolicy(refused.getMessage(), refused.getParameters())));
        }
    }

    private FieldError error(ValidationException.Error refused) {
        String field = fields.stream()
                .filter(asked -> asked.attribute().userAttribute().equals(refused.getAttribute()))
                .map(SignUpField::name)
                .findFirst()
                .orElse(null);
        return FieldError.byUserProfile(field, refused.getMessage(), refused.getMessageParameters());
    }
}
