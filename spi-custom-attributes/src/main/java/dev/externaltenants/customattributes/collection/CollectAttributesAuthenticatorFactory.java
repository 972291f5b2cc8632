package dev.externaltenants.customattributes.collection;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-collect-attributes}. */
public final class CollectAttributesAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-collect-attributes";

    public CollectAttributesAuthenticatorFactory() {
        super(
                ID,
                "External tenant: attributes and password",
                "Asks a new customer for a password and what the app's user flow collects, then creates the account."
                        + " It belongs after the e-mail verification of the registration flow.",
                new CollectAttributesAuthenticator());
    }
}
