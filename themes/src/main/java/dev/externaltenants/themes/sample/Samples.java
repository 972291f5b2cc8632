package dev.externaltenants.themes.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

/** What the steps give to their pages. */
public final class Samples {

    public static final String EMAIL = "jamie.rivera@example.com";
    public static final String PROVIDER = "Fabrikam ID";
    private static final String MASKED = "j***a@ex**e.com";

    private Samples() {}

    public static Sample invitation() {
        return Sample.of("info.ftl", Map.of("invitation", true))
                .with("actionUri", Sample.NOWHERE)
                .message(MessageType.SUCCESS, "confirmExecutionOfActions");
    }

    public static Sample newPassword() {
        return Sample.of("login-update-password.ftl").with("passwordPolicies", Map.of("length", 8));
    }

    public static Sample brokerEmail() {
        return Sample.of("xt-broker-email.ftl", Map.of("email", "", "provider", PROVIDER));
    }

    public static Sample linkPassword() {
        return Sample.of("xt-link-password.ftl", Map.of("email", EMAIL, "provider", PROVIDER));
    }

    public static Sample missingAttributes() {
        return Sample.of(
                "xt-attributes.ftl",
                Map.of("email", "", "minPasswordLength", 8, "withPassword", false, "fields", SampleFields.fields()));
    }

    public static Sample consent() {
        return Sample.of(
                "xt-consent.ftl",
                Map.of(
                        "fields",
                        List.of(
                                consent("terms", SampleFields.TERMS, "${xtConsentRequired}", true),
                                consent("privacy", SampleFields.PRIVACY, "", false))));
    }

    private static Map<String, Object> consent(String name, String labelHtml, String helpHtml, boolean required) {
        return Map.of(
                "input",
                "attr." + name,
                "labelHtml",
                labelHtml,
                "helpHtml",
                helpHtml,
                "required",
                required,
                "ticked",
                false);
    }

    public static Sample identify() {
        return Sample.of("xt-identify.ftl", Map.of("email", "", "signUpAllowed", true));
    }

    static Sample identifyWithUsernames() {
        return Sample.of("xt-identify.ftl", Map.of("email", "", "signUpAllowed", true, "usernames", true));
    }

    public static Sample identifyWithProviders() {
        return Sample.of(
                "xt-identify.ftl",
                Map.of(
                        "email",
                        "",
                        "signUpAllowed",
                        true,
                        "providers",
                        List.of(
                                provider("google", "Google"),
                                provider("fabrikam", "Fabrikam & Sons, Office Supplies of Northern Germany"))));
    }

    private static Map<String, String> provider(String alias, String displayName) {
        return Map.of("alias", alias, "displayName", displayName, "url", Sample.NOWHERE);
    }

    public static Sample password() {
        return password(Map.of());
    }

    static Sample password(Map<String, Object> changes) {
        return Sample.of("xt-password.ftl", passwordModel(changes));
    }

    public static Map<String, Object> passwordModel(Map<String, Object> changes) {
        Map<String, Object> xt = new HashMap<>(Map.of("email", EMAIL, "codeOffered", false, "resetOffered", true));
        xt.putAll(changes);
        return xt;
    }

    public static Sample passwordOrCode() {
        return password(Map.of("codeOffered", true));
    }

    static Sample accountExists() {
        return Sample.of("xt-account-exists.ftl", Map.of("email", EMAIL));
    }

    static Sample blocked() {
        return Sample.of(
                "xt-blocked.ftl", Map.of("title", "Not in your country", "message", "We do not deliver there yet."));
    }

    public static Sample reset() {
        return Sample.of("xt-reset.ftl", Map.of("email", ""));
    }

    public static Sample resetPassword() {
        return Sample.of("xt-new-password.ftl", Map.of("email", EMAIL, "minPasswordLength", 8, "endSessions", true));
    }

    public static Sample emailChange(String present) {
        return Sample.of("xt-email-change.ftl", Map.of("email", "", "present", present, "endSessions", true))
                .with("isAppInitiatedAction", true);
    }

    public static Sample email() {
        return Sample.of("xt-email.ftl", Map.of("email", ""));
    }

    public static Sample code(Map<String, Object> changes) {
        Map<String, Object> xt = new HashMap<>(Map.of(
                "maskedEmail",
                MASKED,
                "codeLength",
                8,
                "minutesValid",
                10,
                "resendInSeconds",
                0,
                "deliveryFailed",
                false,
                "live",
                true,
                "purpose",
                "SIGN_UP"));
        xt.putAll(changes);
        return Sample.of("xt-code.ftl", xt);
    }

    public static Sample attributes(List<Map<String, Object>> fields) {
        return Sample.of(
                "xt-attributes.ftl",
                Map.of("email", EMAIL, "minPasswordLength", 8, "withPassword", true, "fields", fields));
    }

    public static Sample attributesWithoutPassword() {
        return Sample.of(
                        "xt-attributes.ftl",
                        Map.of(
                                "email",
                                EMAIL,
                                "minPasswordLength",
                                8,
                                "withPassword",
                                false,
                                "fields",
                                SampleFields.fields()))
                .error("attr.terms", "xtConsentRequired");
    }

    static Sample attributesWithErrors() {
        return attributes(SampleFields.fields())
                .error("password", "xtPasswordMissing")
                .error("attr.country", "xtAttributeRequired")
                .error("attr.language", "xtAttributeNotAnOption")
                .error("attr.postcode", "xtAttributeTooLong", 12)
                .error("attr.terms", "xtConsentRequired");
    }
}
