package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-reset-gate}. */
public final class PasswordResetGateAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-reset-gate";

    public PasswordResetGateAuthenticatorFactory() {
        super(
                ID,
                "External tenant: password reset gate",
                "Lets only customers of apps whose user flow allows it set another password for one that they forgot.",
                new PasswordResetGateAuthenticator());
    }
}
