package dev.externaltenants.themes.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.keycloak.forms.login.MessageType;

/** What Keycloak gives to the pages of its base theme that a customer of a tenant can meet, by their names. */
final class BaseSamples {

    private static final List<String> RECOVERY_CODES = IntStream.range(0, 12)
            .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWX"::substring)
            .map(code -> code.substring(0, 12))
            .toList();

    private BaseSamples() {}

    static Map<String, Sample> pages() {
        Map<String, Sample> pages = new LinkedHashMap<>();
        pages.put("error", Sample.of("error.ftl").message(MessageType.ERROR, "xtSignUpNotOffered"));
        pages.put("info", Sample.of("info.ftl").message(MessageType.INFO, "successLogout"));
        pages.put("login-page-expired", Sample.of("login-page-expired.ftl"));
        pages.put("logout-confirm", Sample.of("logout-confirm.ftl").with("logoutConfirm", logoutConfirm()));
        pages.put("terms", Sample.of("terms.ftl"));
        pages.put("login", Sample.of("login.ftl"));
        pages.put("login-error", Sample.of("login.ftl").error("username", "invalidUserMessage"));
        pages.put(
                "login-update-password",
                Sample.of("login-update-password.ftl")
                        .signingInAs(Samples.EMAIL)
                        .message(MessageType.WARNING, "updatePasswordMessage"));
        pages.put("login-reset-password", Sample.of("login-reset-password.ftl"));
        pages.put(
                "login-otp",
                Sample.of("login-otp.ftl").with("otpLogin", otpLogin()).signingInAs(Samples.EMAIL));
        pages.put("login-config-totp", Sample.of("login-config-totp.ftl").with("totp", totp()));
        pages.put(
                "login-config-totp-manual",
                Sample.of("login-config-totp.ftl").with("totp", totp()).with("mode", "manual"));
        pages.put(
                "login-recovery-authn-code-input",
                Sample.of("login-recovery-authn-code-input.ftl")
                        .with("recoveryAuthnCodesInputBean", Map.of("codeNumber", 3))
                        .signingInAs(Samples.EMAIL));
        pages.put(
                "login-recovery-authn-code-config",
                Sample.of("login-recovery-authn-code-config.ftl")
                        .with("recoveryAuthnCodesConfigBean", recoveryCodes()));
        pages.put("delete-credential", Sample.of("delete-credential.ftl").with("credentialLabel", "otp"));
        pages.put("select-authenticator", Sample.of("select-authenticator.ftl").with("auth", choices()));
        pages.putAll(RarerBaseSamples.pages());
        return pages;
    }

    private static Map<String, Object> logoutConfirm() {
        return Map.of("code", "1", "skipLink", false);
    }

    private static Map<String, Object> otpLogin() {
        return Map.of(
                "selectedOtpCredentialId",
                "1",
                "selectedCredentialId",
                "1",
                "userOtpCredentials",
                List.of(Map.of("id", "1", "userLabel", "Phone"), Map.of("id", "2", "userLabel", "Tablet")));
    }

    private static Map<String, Object> totp() {
        return Map.of(
                "supportedApplications",
                List.of("totpAppFreeOTPName", "totpAppGoogleName"),
                "totpSecret",
                "secret",
                "totpSecretEncoded",
                "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
                "qrUrl",
                Sample.NOWHERE,
                "policy",
                new SampleOtpPolicy(),
                "totpSecretQrCode",
                SampleQrCode.PNG,
                "manualUrl",
                Sample.NOWHERE,
                "otpCredentials",
                List.of());
    }

    private static Map<String, Object> recoveryCodes() {
        return Map.of(
                "generatedRecoveryAuthnCodesList",
                RECOVERY_CODES,
                "generatedRecoveryAuthnCodesAsString",
                String.join(",", RECOVERY_CODES),
                "generatedAt",
                1_700_000_000_000L);
    }

    private static SampleAuth choices() {
        return SampleAuth.choosing(
                Samples.EMAIL,
                List.of(
                        Map.of(
                                "authExecId", "1",
                                "iconCssClass", "kcAuthenticatorPasswordClass",
                                "displayName", "password-display-name",
                                "helpText", "password-help-text"),
                        Map.of(
                                "authExecId", "2",
                                "iconCssClass", "kcAuthenticatorOTPClass",
                                "displayName", "otp-display-name",
                                "helpText", "otp-help-text")));
    }
}
