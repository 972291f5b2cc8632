package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-identify}. */
public final class IdentifyAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-identify";

    public IdentifyAuthenticatorFactory() {
        super(
                ID,
                "External tenant: identify",
                "Asks for the customer's e-mail address without telling whether it has an account.",
                new IdentifyAuthenticator());
    }
}
