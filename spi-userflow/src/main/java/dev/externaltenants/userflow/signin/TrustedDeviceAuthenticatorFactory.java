package dev.externaltenants.userflow.signin;

/** Makes the step {@code xt-trusted-device}. */
public final class TrustedDeviceAuthenticatorFactory extends StepFactory {

    public static final String ID = "xt-trusted-device";

    public TrustedDeviceAuthenticatorFactory() {
        super(
                ID,
                "External tenant: trusted device",
                "Lets a device that the customer trusts stand in for the second factor that the app's user flow requires."
                        + " It belongs between the steps of the first factor and those of the second.",
                new TrustedDeviceAuthenticator());
    }
}
