package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-app-gate}. */
public final class AppGateAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-app-gate";

    public AppGateAuthenticatorFactory() {
        super(
                ID,
                "External tenant: app gate",
                "Refuses apps whose user flow is unavailable and asks for the level of authentication it requires.",
                new AppGateAuthenticator());
    }
}
