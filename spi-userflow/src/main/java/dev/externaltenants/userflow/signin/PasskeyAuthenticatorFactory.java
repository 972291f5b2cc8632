package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Makes the step {@code xt-passkey}. */
public final class PasskeyAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-passkey";

    public PasskeyAuthenticatorFactory() {
        super(
                ID,
                "External tenant: passkey",
                "Asks, as second factor, for a passkey that was made to sign in without a password.",
                null);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyAuthenticator(session);
    }

    @Override
    public String getReferenceCategory() {
        return WebAuthnCredentialModel.TYPE_PASSWORDLESS;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }
}
