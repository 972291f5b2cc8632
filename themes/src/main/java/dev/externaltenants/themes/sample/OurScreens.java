package dev.externaltenants.themes.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

import static dev.externaltenants.themes.sample.Samples.code;

/** The pages of our steps in the states that a customer meets. */
final class OurScreens {

    private OurScreens() {}

    static List<ScreenGroup> groups() {
        return List.of(
                new ScreenGroup("Sign in", signIn()),
                new ScreenGroup("Second proof", secondProof()),
                new ScreenGroup("Sign up", signUp()),
                new ScreenGroup("Forgotten password", forgottenPassword()),
                new ScreenGroup("Identity providers", providers()),
                new ScreenGroup("Account", AccountSamples.screens()));
    }

    private static List<Screen> signIn() {
        return List.of(
                new Screen("xt-identify", "E-mail address", Samples.identify()),
                new Screen("xt-identify-providers", "With identity providers", Samples.identifyWithProviders()),
                new Screen("xt-identify-usernames", "With user names", Samples.identifyWithUsernames()),
                new Screen(
                        "xt-identify-error",
                        "No e-mail address",
                        Samples.identify().error("username", "xtEmailInvalid")),
                new Screen("xt-password", "Password", Samples.password()),
                new Screen(
                        "xt-password-error",
                        "Wrong password",
                        Samples.password().error("password", "invalidPasswordMessage")),
                new Screen(
                        "xt-password-stay", "Password, stay signed in", Samples.password(Map.of("staySignedIn", true))),
                new Screen("xt-password-or-code", "Password or code", Samples.passwordOrCode()),
                new Screen("xt-code-sign-in", "Code", mailed(Map.of("purpose", "SIGN_IN"))),
                new Screen(
                        "xt-code-sign-in-stay",
                        "Code, stay signed in",
                        mailed(Map.of("purpose", "SIGN_IN", "staySignedIn", false))),
                new Screen(
                        "xt-code-sign-in-expired", "Code expired", code(Map.of("purpose", "SIGN_IN", "live", false))));
    }

    private static List<Screen> secondProof() {
        return List.of(
                new Screen(
                        "xt-code-mfa", "Code", mailed(Map.of("purpose", "MFA")).signingInAs(Samples.EMAIL)),
                new Screen(
                        "xt-code-mfa-trust",
                        "Code, trust this device",
                        mailed(Map.of("purpose", "MFA", "trustedDeviceDays", 30, "trustDevice", false))
                                .signingInAs(Samples.EMAIL)));
    }

    private static List<Screen> signUp() {
        return List.of(
                new Screen("xt-email", "E-mail address", Samples.email()),
                new Screen(
                        "xt-email-error", "No e-mail address", Samples.email().error("email", "xtEmailInvalid")),
                new Screen("xt-code-sign-up", "Code", mailed(Map.of())),
                new Screen(
                        "xt-code-resent",
                        "Code sent again",
                        code(Map.of("resendInSeconds", 30)).message(MessageType.SUCCESS, "xtCodeResent")),
                new Screen(
                        "xt-code-wrong",
                        "Wrong code",
                        code(Map.of("minutesValid", 1)).error("code", "xtCodeWrong")),
                new Screen(
                        "xt-code-expired",
                        "Code expired",
                        code(Map.of("live", false)).error(null, "xtCodeExpired")),
                new Screen("xt-code-not-delivered", "Code not delivered", code(Map.of("deliveryFailed", true))),
                new Screen("xt-attributes", "Attributes", Samples.attributes(SampleFields.fields())),
                new Screen("xt-attributes-error", "Attributes, with errors", Samples.attributesWithErrors()),
                new Screen(
                        "xt-attributes-every-control",
                        "Attributes, every control",
                        Samples.attributes(SampleFields.everyControl())),
                new Screen(
                        "xt-attributes-without-password",
                        "Attributes without password",
                        Samples.attributesWithoutPassword()),
                new Screen("xt-attributes-missing", "Attributes asked later", Samples.missingAttributes()),
                new Screen("xt-consent", "Consent to new terms", Samples.consent()),
                new Screen(
                        "xt-consent-error",
                        "Consent missing",
                        Samples.consent().error("attr.terms", "xtConsentRequired")),
                new Screen("xt-account-exists", "Account exists", Samples.accountExists()),
                new Screen("xt-blocked", "Stopped by an extension", Samples.blocked()),
                new Screen("xt-invitation", "Invitation", Samples.invitation()),
                new Screen("xt-new-password", "First password", Samples.newPassword()),
                new Screen(
                        "xt-new-password-error",
                        "Password refused",
                        Samples.newPassword().error("password", "xtPasswordBanned")));
    }

    private static List<Screen> forgottenPassword() {
        return List.of(
                new Screen("xt-reset", "E-mail address", Samples.reset()),
                new Screen(
                        "xt-reset-error", "No e-mail address", Samples.reset().error("email", "xtEmailInvalid")),
                new Screen("xt-code-reset", "Code", mailed(Map.of("purpose", "PASSWORD_RESET"))),
                new Screen(
                        "xt-code-reset-expired",
                        "Code expired",
                        code(Map.of("purpose", "PASSWORD_RESET", "live", false))),
                new Screen("xt-reset-password", "New password", Samples.resetPassword()),
                new Screen(
                        "xt-reset-password-error",
                        "Password refused",
                        Samples.resetPassword().error("password-new", "xtPasswordBanned")));
    }

    private static List<Screen> providers() {
        return List.of(
                new Screen("xt-broker-email", "E-mail address missing", Samples.brokerEmail()),
                new Screen(
                        "xt-broker-email-error",
                        "No e-mail address",
                        Samples.brokerEmail().error("email", "xtEmailInvalid")),
                new Screen("xt-code-broker-email", "Code", mailed(Map.of("provider", Samples.PROVIDER))),
                new Screen("xt-link-password", "Link by password", Samples.linkPassword()),
                new Screen(
                        "xt-link-password-error",
                        "Wrong password",
                        Samples.linkPassword().error("password", "xtLinkPasswordWrong")),
                new Screen(
                        "xt-code-link",
                        "Link by code",
                        mailed(Map.of("provider", Samples.PROVIDER, "purpose", "SIGN_IN"))));
    }

    /** As the page is first: a code was sent just now, and another may not be yet. */
    static Sample mailed(Map<String, Object> changes) {
        Map<String, Object> fresh = new HashMap<>(Map.of("resendInSeconds", 30));
        fresh.putAll(changes);
        return code(fresh);
    }
}
