package dev.externaltenants.themes.sample;

/** Which codes an authenticator app makes, by the names of Keycloak's OTPPolicy. */
public final class SampleOtpPolicy {

    public String getType() {
        return "totp";
    }

    public String getAlgorithmKey() {
        return "SHA1";
    }

    public int getDigits() {
        return 6;
    }

    public int getPeriod() {
        return 30;
    }
}
