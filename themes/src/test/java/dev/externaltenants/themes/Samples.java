package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

/** The pages of our steps in the states a customer meets, by the name of their preview. */
final class Samples {

    static final String EMAIL = "jamie.rivera@example.com";
    static final String PROVIDER = "Fabrikam ID";
    private static final String MASKED = "j••••••••••a@example.com";

    private Samples() {}

    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("xt-identify", identify());
        pages.put(
                "xt-identify-usernames",
                Page.of("xt-identify.ftl", Map.of("email", "", "signUpAllowed", true, "usernames", true)));
        pages.put("xt-identify-providers", identifyWithProviders());
        pages.put("xt-identify-error", identify().error("username", "xtEmailInvalid"));
        pages.put("xt-password", password());
        pages.put("xt-password-error", password().error("password", "invalidPasswordMessage"));
        pages.put("xt-password-stay", Page.of("xt-password.ftl", passwordModel(Map.of("staySignedIn", true))));
        pages.put("xt-reset", reset());
        pages.put("xt-reset-error", reset().error("email", "xtEmailInvalid"));
        pages.put("xt-email-change", emailChange(EMAIL));
        pages.put("xt-email-change-error", emailChange(EMAIL).error("email", "xtEmailChangeSame"));
        pages.put("xt-email-change-first", emailChange(""));
        pages.put("xt-code-change", code(Map.of("purpose", "EMAIL_CHANGE")));
        pages.put("xt-code-reset", code(Map.of("purpose", "PASSWORD_RESET")));
        pages.put("xt-code-reset-expired", code(Map.of("purpose", "PASSWORD_RESET", "live", false)));
        pages.put("xt-reset-password", resetPassword());
        pages.put("xt-reset-password-error", resetPassword().error("password-new", "xtPasswordBanned"));
        pages.put("xt-email", email());
        pages.put("xt-email-error", email().error("email", "xtEmailInvalid"));
        pages.put("xt-code-sign-up", code(Map.of()));
        pages.put("xt-code-resent", code(Map.of("resendInSeconds", 30)).message(MessageType.SUCCESS, "xtCodeResent"));
        pages.put("xt-code-wrong", code(Map.of("minutesValid", 1)).error("code", "xtCodeWrong"));
        pages.put("xt-code-expired", code(Map.of("live", false)).error(null, "xtCodeExpired"));
        pages.put("xt-code-not-delivered", code(Map.of("deliveryFailed", true)));
        pages.put("xt-password-or-code", passwordOrCode());
        pages.put("xt-code-sign-in", code(Map.of("purpose", "SIGN_IN")));
        pages.put("xt-code-sign-in-stay", code(Map.of("purpose", "SIGN_IN", "staySignedIn", false)));
        pages.put("xt-code-sign-in-expired", code(Map.of("purpose", "SIGN_IN", "live", false)));
        pages.put(
                "xt-code-mfa-trust",
                code(Map.of("purpose", "MFA", "trustedDeviceDays", 30, "trustDevice", false))
                        .signingInAs(EMAIL));
        pages.put("xt-code-mfa", code(Map.of("purpose", "MFA")).signingInAs(EMAIL));
        pages.put("xt-attributes", attributes(fields()));
        pages.put("xt-attributes-error", attributesWithErrors());
        pages.put("xt-attributes-every-control", attributes(everyControl()));
        pages.put("xt-attributes-without-password", attributesWithoutPassword());
        pages.put("xt-attributes-missing", missingAttributes());
        pages.put("xt-consent", consent());
        pages.put("xt-consent-error", consent().error("attr.terms", "xtConsentRequired"));
        pages.put("xt-broker-email", brokerEmail());
        pages.put("xt-broker-email-error", brokerEmail().error("email", "xtEmailInvalid"));
        pages.put("xt-code-broker-email", code(Map.of("provider", PROVIDER)));
        pages.put("xt-link-password", linkPassword());
        pages.put("xt-link-password-error", linkPassword().error("password", "xtLinkPasswordWrong"));
        pages.put("xt-code-link", code(Map.of("provider", PROVIDER, "purpose", "SIGN_IN")));
        pages.put("xt-invitation", invitation());
        pages.put("xt-new-password", newPassword());
        pages.put("xt-new-password-error", newPassword().error("password", "xtPasswordBanned"));
        pages.put("xt-account-exists", Page.of("xt-account-exists.ftl", Map.of("email", EMAIL)));
        pages.putAll(AccountSamples.pages());
        pages.put(
                "xt-blocked",
                Page.of(
                        "xt-blocked.ftl",
                        Map.of("title", "Not in your country", "message", "We do not deliver there yet.")));
        return pages;
    }

    static Page invitation() {
        return Page.of("info.ftl", Map.of("invitation", true))
                .with("actionUri", "/realms/contoso/login-actions/action-token?key=1")
                .message(MessageType.SUCCESS, "confirmExecutionOfActions");
    }

    static Page newPassword() {
        return Page.of("login-update-password.ftl").with("passwordPolicies", Map.of("length", 8));
    }

    static Page brokerEmail() {
        return Page.of("xt-broker-email.ftl", Map.of("email", "", "provider", PROVIDER));
    }

    static Page linkPassword() {
        return Page.of("xt-link-password.ftl", Map.of("email", EMAIL, "provider", PROVIDER));
    }

    static Page missingAttributes() {
        return Page.of(
                "xt-attributes.ftl",
                Map.of("email", "", "minPasswordLength", 8, "withPassword", false, "fields", fields()));
    }

    static Page consent() {
        return Page.of(
                "xt-consent.ftl",
                Map.of(
                        "fields",
                        List.of(
                                consent(
                                        "terms",
                                        "I accept the <a href=\"https://shop.example.com/terms\" target=\"_blank\" rel=\"noopener\">terms of use</a>.",
                                        "New: returns are free for 60 days.",
                                        true),
                                consent("newsletter", "You may write to me about new coffees.", "", false))));
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

    static Page identify() {
        return Page.of("xt-identify.ftl", Map.of("email", "", "signUpAllowed", true));
    }

    static Page identifyWithProviders() {
        return Page.of(
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
        return Map.of(
                "alias", alias, "displayName", displayName, "url", "https://id.example/broker/" + alias + "/login");
    }

    static Page password() {
        return Page.of("xt-password.ftl", passwordModel(Map.of()));
    }

    static Map<String, Object> passwordModel(Map<String, Object> changes) {
        Map<String, Object> xt = new HashMap<>(Map.of("email", EMAIL, "codeOffered", false, "resetOffered", true));
        xt.putAll(changes);
        return xt;
    }

    static Page passwordOrCode() {
        return Page.of("xt-password.ftl", passwordModel(Map.of("codeOffered", true)));
    }

    static Page reset() {
        return Page.of("xt-reset.ftl", Map.of("email", ""));
    }

    static Page resetPassword() {
        return Page.of("xt-new-password.ftl", Map.of("email", EMAIL, "minPasswordLength", 8, "endSessions", true));
    }

    static Page emailChange(String present) {
        return Page.of("xt-email-change.ftl", Map.of("email", "", "present", present, "endSessions", true))
                .with("isAppInitiatedAction", true);
    }

    static Page email() {
        return Page.of("xt-email.ftl", Map.of("email", ""));
    }

    static Page code(Map<String, Object> changes) {
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
        return Page.of("xt-code.ftl", xt);
    }

    static Page attributes(List<Map<String, Object>> fields) {
        return Page.of(
                "xt-attributes.ftl",
                Map.of("email", EMAIL, "minPasswordLength", 8, "withPassword", true, "fields", fields));
    }

    static Page attributesWithoutPassword() {
        return Page.of(
                        "xt-attributes.ftl",
                        Map.of("email", EMAIL, "minPasswordLength", 8, "withPassword", false, "fields", fields()))
                .error("attr.terms", "xtConsentRequired");
    }

    private static Page attributesWithErrors() {
        return attributes(fields())
                .error("password", "xtPasswordMissing")
                .error("attr.country", "xtAttributeRequired")
                .error("attr.newsletter", "xtAttributeNotAnOption")
                .error("attr.loyaltyNumber", "xtAttributeTooLong", 12)
                .error("attr.terms", "xtConsentRequired");
    }

    static List<Map<String, Object>> fields() {
        return List.of(
                field("givenName", "Given name", "TEXT", Map.of("autocomplete", "given-name")),
                field("surname", "Surname", "TEXT", Map.of("autocomplete", "family-name", "value", "Rivera")),
                field("country", "Country", "COUNTRY", Map.of("autocomplete", "country", "options", countries())),
                field("newsletter", "How often may we write?", "RADIO", Map.of("options", frequencies())),
                field("loyaltyNumber", "Loyalty number", "NUMERIC", Map.of("required", false, "maxLength", 12)),
                field(
                        "terms",
                        "I accept the <a href=\"https://shop.example.com/terms\" target=\"_blank\" rel=\"noopener\">terms of use</a>.",
                        "CHECKBOX",
                        Map.of()));
    }

    private static List<Map<String, Object>> everyControl() {
        return List.of(
                field("nick", "Nickname", "TEXT", Map.of("placeholder", "Kim", "helpHtml", "Other customers see it.")),
                field("roast", "Roast", "SELECT", Map.of("options", frequencies())),
                field(
                        "topics",
                        "What interests you?",
                        "CHECKBOXES",
                        Map.of("options", frequencies(), "required", false)),
                field("birthday", "Birthday", "DATE", Map.of("autocomplete", "bday")),
                field("delivery", "Delivery", "DATE_TIME", Map.of("required", false)),
                field("level", "Level", "TEXT", Map.of("value", "Gold", "readOnly", true)));
    }

    static Map<String, Object> field(String name, String labelHtml, String type, Map<String, Object> changes) {
        Map<String, Object> field = new HashMap<>(Map.of(
                "name",
                name,
                "input",
                "attr." + name,
                "labelHtml",
                labelHtml,
                "required",
                true,
                "type",
                type,
                "value",
                "",
                "options",
                List.of(),
                "autocomplete",
                "",
                "inputMode",
                "",
                "maxLength",
                0));
        field.putAll(Map.of("helpHtml", "", "placeholder", "", "readOnly", false));
        field.putAll(changes);
        return field;
    }

    private static List<Map<String, Object>> countries() {
        return List.of(option("Deutschland", "DE"), option("Norge", "NO"), option("United Kingdom", "GB"));
    }

    private static List<Map<String, Object>> frequencies() {
        return List.of(option("Weekly", "weekly"), option("Monthly", "monthly"));
    }

    private static Map<String, Object> option(String text, String value) {
        return option(text, value, false);
    }

    static Map<String, Object> option(String text, String value, boolean chosen) {
        return Map.of("text", text, "html", text, "value", value, "chosen", chosen);
    }
}
