package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-broker-begin}. */
public final class PostLoginBeginAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-broker-begin";

    public PostLoginBeginAuthenticatorFactory() {
        super(
                ID,
                "External tenant: brokered sign-in begins",
                "Counts the sign-in with an identity provider as one factor. It belongs at the beginning of the post broker"
                        + " login flow.",
                new PostLoginBeginAuthenticator());
    }
}
