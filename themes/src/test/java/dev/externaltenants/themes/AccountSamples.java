package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

/** The pages of an account in the states a customer meets. */
final class AccountSamples {

    private static final String TOKEN = "the-token-of-this-browser";

    private AccountSamples() {}

    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("xt-account", personal(Samples.fields()).message(MessageType.SUCCESS, "xtAccountSaved"));
        pages.put("xt-account-error", personal(Samples.fields()).error("attr.country", "xtAttributeRequired"));
        pages.put(
                "xt-account-read-only",
                Page.of(
                        "xt-account.ftl",
                        model(Map.of(
                                "fields",
                                List.of(Samples.field(
                                        "level", "Level", "TEXT", Map.of("value", "3", "readOnly", true))),
                                "username",
                                "jamie",
                                "emailChange",
                                false,
                                "language",
                                ""))));
        pages.put(
                "xt-account-sign-in",
                signIn(true, List.of(provider("fabrikam", true, true), provider("woodgrove", false, false))));
        pages.put("xt-account-sign-in-only-provider", signIn(false, List.of(provider("fabrikam", true, false))));
        pages.put(
                "xt-account-privacy",
                Page.of("xt-account-privacy.ftl", model(Map.of("deletable", true, "consents", consents()))));
        pages.put(
                "xt-account-privacy-administrator",
                Page.of("xt-account-privacy.ftl", model(Map.of("deletable", false, "consents", List.of()))));
        pages.put("xt-account-deletion", Page.of("xt-account-deletion.ftl", model(Map.of("fresh", false))));
        pages.put("xt-account-deletion-proven", Page.of("xt-account-deletion.ftl", model(Map.of("fresh", true))));
        pages.put("xt-account-deleted", Page.of("xt-account-deleted.ftl", Map.of("home", "/realms/contoso/account/")));
        return pages;
    }

    static Page personal(List<Map<String, Object>> fields) {
        return Page.of(
                "xt-account.ftl",
                model(Map.of("fields", fields, "username", "", "emailChange", true, "language", "en")));
    }

    private static Page signIn(boolean withPassword, List<Map<String, Object>> providers) {
        return Page.of(
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
        String label = "I accept the <a href=\"https://shop.example.com/terms\">terms of use</a>.";
        return List.of(consent("terms", label, true), consent("newsletter", "Send me the newsletter.", false));
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
                "home",
                "/realms/contoso/account/",
                "token",
                TOKEN,
                "email",
                Samples.EMAIL,
                "mayChange",
                true,
                "signOutUrl",
                "/realms/contoso/protocol/openid-connect/logout?client_id=account"));
        model.putAll(more);
        return model;
    }
}
