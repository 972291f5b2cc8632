package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.SignInMethod;
import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-sign-in-code}. */
public final class SignInCodeAuthenticatorFactory extends StepFactory {

    public static final String ID = SignInMethod.CODE_STEP;

    public SignInCodeAuthenticatorFactory() {
        super(
                ID,
                "External tenant: sign-in by e-mail code",
                "Asks customers without a password for a one-time passcode sent to their e-mail address, the same with and"
                        + " without an account. It belongs right before the password step, which asks all others.",
                new SignInCodeAuthenticator());
    }

    @Override
    public String getReferenceCategory() {
        return EmailCodeAuthenticatorFactory.CATEGORY;
    }
}
