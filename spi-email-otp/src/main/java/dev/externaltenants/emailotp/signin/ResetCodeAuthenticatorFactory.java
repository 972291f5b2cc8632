package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-reset-code}. */
public final class ResetCodeAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-reset-code";

    public ResetCodeAuthenticatorFactory() {
        super(
                ID,
                "External tenant: code to reset a password",
                "Has a customer who forgot the password prove the e-mail address of the account by a one-time passcode.",
                new VerifyEmailAuthenticator(ResetAddressProof::new));
    }

    @Override
    public String getReferenceCategory() {
        return EmailCodeAuthenticatorFactory.CATEGORY;
    }
}
