package dev.externaltenants.emailotp.signin.reset;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-new-password}. */
public final class NewPasswordAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-new-password";

    public NewPasswordAuthenticatorFactory() {
        super(
                ID,
                "External tenant: new password",
                "Sets the password that a customer chooses after a code to reset it, and signs the customer in. It belongs"
                        + " right behind that step, in the same flow.",
                new NewPasswordAuthenticator());
    }
}
