package dev.externaltenants.customattributes.collection;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-complete-attributes}. */
public final class CompleteAttributesAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-complete-attributes";

    public CompleteAttributesAuthenticatorFactory() {
        super(
                ID,
                "External tenant: missing attributes",
                "Asks a customer of an identity provider for required attributes of the user flow that the account lacks.",
                new CompleteAttributesAuthenticator());
    }
}
