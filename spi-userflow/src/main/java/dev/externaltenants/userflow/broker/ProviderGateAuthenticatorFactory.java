package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-provider-gate}. */
public final class ProviderGateAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-provider-gate";

    public ProviderGateAuthenticatorFactory() {
        super(
                ID,
                "External tenant: identity provider gate",
                "Refuses a sign-in with an identity provider that the app's user flow does not list.",
                new ProviderGateAuthenticator());
    }
}
