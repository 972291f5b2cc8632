package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.StepFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Makes the step {@code xt-email-code}. */
public final class EmailCodeAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-email-code";

    /**
     * A category of our own, so that nothing takes it for an authenticator app. Keycloak's brute-force protection drops
     * it, and the step books its failures itself.
     */
    public static final String CATEGORY = "xt-email-otp";

    public EmailCodeAuthenticatorFactory() {
        super(
                ID,
                "External tenant: e-mail code",
                "Asks, as second factor, for a one-time passcode sent to the account's verified e-mail address.",
                new EmailCodeAuthenticator());
    }

    @Override
    public String getReferenceCategory() {
        return CATEGORY;
    }

    /** Also as one of several second factors. */
    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }
}
