package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-broker-account}. */
public final class BrokeredAccountAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-broker-account";

    public BrokeredAccountAuthenticatorFactory() {
        super(
                ID,
                "External tenant: account of a first brokered sign-in",
                "Lets an identity be linked only to the account that this sign-in created or proved. It belongs at the end"
                        + " of the first broker login flow.",
                new BrokeredAccountAuthenticator());
    }
}
