package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signin.StepFactory;

/** Makes the step {@code xt-link-code}. */
public final class LinkCodeAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-link-code";

    public LinkCodeAuthenticatorFactory() {
        super(
                ID,
                "External tenant: link by e-mail code",
                "Asks for a one-time passcode where the existing account that a sign-in with an identity provider is linked"
                        + " to has no password. It belongs right before the link by password.",
                new LinkCodeAuthenticator());
    }

    @Override
    public String getReferenceCategory() {
        return EmailCodeAuthenticatorFactory.CATEGORY;
    }
}
