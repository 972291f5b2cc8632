package dev.externaltenants.customattributes.collection;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-broker-sign-up}. */
public final class BrokeredSignUpAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-broker-sign-up";

    public BrokeredSignUpAuthenticatorFactory() {
        super(
                ID,
                "External tenant: sign-up with an identity provider",
                "Asks a new customer for what the app's user flow collects, with the provider's claims filled in, then"
                        + " creates the account.",
                new BrokeredSignUpAuthenticator());
    }
}
