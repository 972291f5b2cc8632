package dev.externaltenants.themes.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

/** The pages of an account in the states a customer meets. */
final class AccountSamples {

    /** No page of the account either, whatever path is written behind it. */
    private static final String HOME = Sample.NOWHERE + "/";

    private static final String TOKEN = "the-token-of-this-browser";

    private AccountSamples() {}

    static List<Screen> screens() {
        return List.of(
                new Screen(
                        "xt-account",
                        "Personal data",
                        personal(SampleFields.fields()).message(MessageType.SUCCESS, "xtAccountSaved")),
                new Screen(
                        "xt-account-error",
                        "Personal data, with errors",
                        personal(SampleFields.fields()).error("attr.country", "xtAttributeRequired")),
                new Screen("xt-account-read-only", "Personal data, read only", readOnly()),
                new Screen(
                        "xt-account-sign-in",
                        "Ways to sign in",
                        signIn(true, List.of(provider("fabrikam", true, true), provider("woodgrove", false, false)))),
                new Screen(
                        "xt-account-sign-in-only-provider",
                        "Ways to sign in, provider only",
                        signIn(false, List.of(provider("fabrikam", true, false)))),
                new Screen("xt-email-change", "Change of address", Samples.emailChange(Samples.EMAIL)),
                new Screen(
                        "xt-email-change-error",
                        "Change to the same address",
                        Samples.emailChange(Samples.EMAIL).error("email", "xtEmailChangeSame")),
                new Screen("xt-email-change-first", "First address", Samples.emailChange("")),
                new Screen(
                        "xt-code-change",
                        "Code to the new address",
                        OurScreens.mailed(Map.of("purpose", "EMAIL_CHANGE"))),
                new Screen("xt-account-privacy", "Privacy", privacy(true, consents())),
                new Screen(
                        "xt-account-privacy-administrator", "Privacy of an administrator", privacy(false, List.of())),
                new Screen("xt-account-deletion", "Deletion", deletion(false)),
                new Screen("xt-account-deletion-proven", "Deletion, proven", deletion(true)),
                new Screen("xt-account-deleted", "Deleted", Sample.of("xt-account-deleted.ftl", Map.of("home", HOME))));
    }

    private static Sample readOnly() {
        Map<String, Object> level = SampleFields.field(
                "jobTitle", "${xtAttribute.jobTitle}", "TEXT", Map.of("value", "3", "readOnly", true));
        return Sample.of(
                "xt-account.ftl",
                model(Map.of("fields", List.of(level), "username", "jamie", "emailChange", false, "language", "")));
    }

    private static Sample privacy(boolean deletable, List<Map<String, Object>> consents) {
        return Sample.of("xt-account-privacy.ftl", model(Map.of("deletable", deletable, "consents", consents)));
    }

    private static Sample deletion(boolean fresh) {
        return Sample.of("xt-account-deletion.ftl", model(Map.of("fresh", fresh)));
    }

    static Sample personal(List<Map<String, Object>> fields) {
        return Sample.of(
                "xt-account.ftl",
                model(Map.of("fields", fields, "username", "", "emailChange", true, "language", "en")));
    }

    private static Sample signIn(boolean withPassword, List<Map<String, Object>> providers) {
        return Sample.of(
                "xt-account-sign-in.ftl",
                model(Map.of(
                        "withPassword",
                        withPassword,
                        "secondFactors",
                        withPassword ? List.of(factor("app", "Kim's phone"), factor("recovery", "")) : List.of(),
                        "addableFactors",
                        List.of("app", "passkey"),
                        "providers",
                        providers,
                        "sessions",
                        List.of(
                                session(true, "Firefox 140, Linux"),
                                session(false, "Safari 18, iOS"),
                                session(false, "")),
                        "devices",
                        withPassword ? List.of(device("Firefox 140, Linux", true), device("", false)) : List.of())));
    }

    private static Map<String, Object> factor(String kind, String label) {
        return Map.of("id", "1", "kind", kind, "label", label, "since", "31 December 2026");
    }

    private static Map<String, Object> device(String name, boolean current) {
        return Map.of(
                "id",
                current ? "d1" : "d2",
                "device",
                name,
                "current",
                current,
                "since",
                "1 December 2026 at 18:30 UTC",
                "lastUsed",
                "31 December 2026 at 18:30 UTC");
    }

    private static List<Map<String, Object>> consents() {
        return List.of(consent("terms", SampleFields.TERMS, true), consent("privacy", SampleFields.PRIVACY, false));
    }

    private static Map<String, Object> consent(String attribute, String labelHtml, boolean given) {
        return Map.of(
                "attribute", attribute,
                "labelHtml", labelHtml,
                "label", attribute,
                "given", given,
                "day", "31 December 2026");
    }

    private static Map<String, Object> session(boolean current, String device) {
        return Map.of(
                "current",
                current,
                "device",
                device,
                "address",
                "2001:db8::8a2e:370:7334",
                "lastUsed",
                "31 December 2026 at 18:30 UTC");
    }

    private static Map<String, Object> provider(String alias, boolean connected, boolean removable) {
        return Map.of(
                "alias", alias,
                "displayName", "Fabrikam & Sons, Office Supplies of Northern Germany",
                "connected", connected,
                "removable", removable,
                "userName", connected ? Samples.EMAIL : "");
    }

    private static Map<String, Object> model(Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "home", HOME, "token", TOKEN, "email", Samples.EMAIL, "mayChange", true, "signOutUrl", Sample.NOWHERE));
        model.putAll(more);
        return model;
    }
}
