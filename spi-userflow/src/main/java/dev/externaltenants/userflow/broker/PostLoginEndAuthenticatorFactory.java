package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-broker-end}. */
public final class PostLoginEndAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-broker-end";

    public PostLoginEndAuthenticatorFactory() {
        super(
                ID,
                "External tenant: brokered sign-in ends",
                "Notes that all steps after a sign-in with an identity provider were passed; without it no app gets tokens."
                        + " It belongs at the end of the post broker login flow.",
                new PostLoginEndAuthenticator());
    }
}
