package dev.externaltenants.userflow.signup;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-sign-up-gate}. */
public final class SignUpGateAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-sign-up-gate";

    public SignUpGateAuthenticatorFactory() {
        super(
                ID,
                "External tenant: sign-up gate",
                "Lets only customers of apps whose user flow allows sign-up create an account.",
                new SignUpGateAuthenticator());
    }
}
