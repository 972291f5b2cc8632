package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Makes the step {@code xt-link-password}. */
public final class LinkPasswordAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-link-password";

    public LinkPasswordAuthenticatorFactory() {
        super(
                ID,
                "External tenant: link by password",
                "Asks for the password of the existing account that a sign-in with an identity provider is linked to.",
                new LinkPasswordAuthenticator());
    }

    /** By this category wrong passwords count for brute-force protection. */
    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }
}
