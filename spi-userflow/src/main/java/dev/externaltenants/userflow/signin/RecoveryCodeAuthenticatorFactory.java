package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/** Makes the step {@code xt-recovery-code}. */
public final class RecoveryCodeAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-recovery-code";

    public RecoveryCodeAuthenticatorFactory() {
        super(
                ID,
                "External tenant: recovery code",
                "Asks for one of the account's recovery codes, after all other second factors.",
                null);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryCodeAuthenticator(session);
    }

    /** Keycloak's own, so that its brute-force protection counts wrong ones. */
    @Override
    public String getReferenceCategory() {
        return RecoveryAuthnCodesCredentialModel.TYPE;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }
}
