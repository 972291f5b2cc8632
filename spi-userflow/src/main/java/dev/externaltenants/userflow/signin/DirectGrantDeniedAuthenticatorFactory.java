package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-direct-grant-denied}. */
public final class DirectGrantDeniedAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-direct-grant-denied";

    public DirectGrantDeniedAuthenticatorFactory() {
        super(
                ID,
                "External tenant: no password grant",
                "Refuses the password grant with an OAuth error.",
                new DirectGrantDeniedAuthenticator());
    }
}
