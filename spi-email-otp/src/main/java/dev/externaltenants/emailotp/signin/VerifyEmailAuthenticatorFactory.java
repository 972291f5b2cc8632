package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-verify-email}. */
public final class VerifyEmailAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-verify-email";

    public VerifyEmailAuthenticatorFactory() {
        super(
                ID,
                "External tenant: verify e-mail",
                "Has the customer prove an e-mail address by a one-time passcode before an account is created.",
                new VerifyEmailAuthenticator(SignUpAddressProof::new));
    }

    @Override
    public String getReferenceCategory() {
        return EmailCodeAuthenticatorFactory.CATEGORY;
    }
}
