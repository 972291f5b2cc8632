package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-broker-email}. */
public final class BrokeredEmailAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-broker-email";

    public BrokeredEmailAuthenticatorFactory() {
        super(
                ID,
                "External tenant: e-mail of a first brokered sign-in",
                "Takes the address that the identity provider vouches for, and has any other one proven by a one-time"
                        + " passcode.",
                new VerifyEmailAuthenticator(BrokeredAddressProof::new));
    }

    @Override
    public String getReferenceCategory() {
        return EmailCodeAuthenticatorFactory.CATEGORY;
    }
}
