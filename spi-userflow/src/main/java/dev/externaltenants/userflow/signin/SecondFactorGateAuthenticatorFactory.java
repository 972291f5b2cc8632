package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-second-factor-gate}. */
public final class SecondFactorGateAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-second-factor-gate";

    public SecondFactorGateAuthenticatorFactory() {
        super(
                ID,
                "External tenant: second factor gate",
                "Leaves of the alternatives in the flow behind it those that the account has and that add something to"
                        + " the first factor, and refuses who has none.",
                new SecondFactorGateAuthenticator());
    }
}
