package dev.externaltenants.userflow.signin;

import org.keycloak.models.credential.PasswordCredentialModel;

/** Makes the step {@code xt-password}. */
public final class PasswordAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-password";

    public PasswordAuthenticatorFactory() {
        super(
                ID,
                "External tenant: password",
                "Asks the password on a page of its own, the same with and without an account.",
                new PasswordAuthenticator());
    }

    /** The category by which Keycloak counts wrong passwords. */
    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }
}
