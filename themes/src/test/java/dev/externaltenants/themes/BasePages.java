package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import freemarker.template.TemplateMethodModelEx;
import org.keycloak.forms.login.MessageType;

/** Pages of Keycloak's base theme that a customer of a tenant can meet, shown in our shell. */
final class BasePages {

    private static final List<String> RECOVERY_CODES = IntStream.range(0, 12)
            .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWX"::substring)
            .map(code -> code.substring(0, 12))
            .toList();

    private static final TemplateMethodModelEx ALGORITHM = arguments -> "SHA1";

    private BasePages() {}

    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("error", Page.of("error.ftl").message(MessageType.ERROR, "xtSignUpNotOffered"));
        pages.put("info", Page.of("info.ftl").message(MessageType.INFO, "successLogout"));
        pages.put("login-page-expired", Page.of("login-page-expired.ftl"));
        pages.put("logout-confirm", Page.of("logout-confirm.ftl").with("logoutConfirm", logoutConfirm()));
        pages.put("terms", Page.of("terms.ftl"));
        pages.put("login", Page.of("login.ftl"));
        pages.put("login-error", Page.of("login.ftl").error("username", "invalidUserMessage"));
        pages.put(
                "login-update-password",
                Page.of("login-update-password.ftl")
                        .signingInAs(Samples.EMAIL)
                        .message(MessageType.WARNING, "updatePasswordMessage"));
        pages.put("login-reset-password", Page.of("login-reset-password.ftl"));
        pages.put(
                "login-otp",
                Page.of("login-otp.ftl").with("otpLogin", otpLogin()).signingInAs(Samples.EMAIL));
        pages.put("login-config-totp", Page.of("login-config-totp.ftl").with("totp", totp()));
        pages.put(
                "login-config-totp-manual",
                Page.of("login-config-totp.ftl").with("totp", totp()).with("mode", "manual"));
        pages.put(
                "login-recovery-authn-code-input",
                Page.of("login-recovery-authn-code-input.ftl")
                        .with("recoveryAuthnCodesInputBean", Map.of("codeNumber", 3))
                        .signingInAs(Samples.EMAIL));
        pages.put(
                "login-recovery-authn-code-config",
                Page.of("login-recovery-authn-code-config.ftl").with("recoveryAuthnCodesConfigBean", recoveryCodes()));
        pages.put("delete-credential", Page.of("delete-credential.ftl").with("credentialLabel", "otp"));
        pages.put("select-authenticator", Page.of("select-authenticator.ftl").with("auth", choices()));
        pages.putAll(RarerBasePages.pages());
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
                "?mode=qr",
                "policy",
                Map.of("type", "totp", "getAlgorithmKey", ALGORITHM, "digits", 6, "period", 30),
                "totpSecretQrCode",
                SampleQrCode.PNG,
                "manualUrl",
                "?mode=manual",
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

    private static Map<String, Object> choices() {
        Map<String, Object> auth = new HashMap<>(Page.auth(
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
                                "helpText", "otp-help-text"))));
        // This page is the other way.
        TemplateMethodModelEx never = arguments -> false;
        auth.put("showTryAnotherWayLink", never);
        return auth;
    }
}
