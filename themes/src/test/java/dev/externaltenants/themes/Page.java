package dev.externaltenants.themes;

import java.text.Collator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import dev.externaltenants.themes.sample.Sample;
import dev.externaltenants.themes.sample.SampleAuth;
import dev.externaltenants.themes.sample.SampleTexts;
import dev.externaltenants.themes.sample.Screen;
import org.keycloak.forms.login.MessageType;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.KeycloakSanitizerMethod;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeResourcesParser;
import org.keycloak.theme.beans.AdvancedMessageFormatterMethod;
import org.keycloak.theme.beans.MessageBean;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.beans.MessagesPerFieldBean;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProvider;

/** One page of the login theme with the model that Keycloak's forms provider would give it. */
final class Page {

    static final ThemeOnClasspath LOGIN = new ThemeOnClasspath(Theme.Type.LOGIN);
    static final DefaultFreeMarkerProvider FREEMARKER =
            new DefaultFreeMarkerProvider(new ConcurrentHashMap<>(), new KeycloakSanitizerMethod());

    private final String template;
    private final Map<String, Object> model = new HashMap<>();
    private final List<FormMessage> messages = new ArrayList<>();
    private MessageType messageType;
    private Locale language = Locale.ENGLISH;
    private boolean rightToLeft;
    private List<String> supported = List.of("en", "de");

    private Page(Sample sample) {
        template = sample.template();
        model.put("realm", realm());
        model.put("title", "Sign in to Contoso");
        model.put("darkMode", true);
        model.putAll(sample.attributes());
        messages.addAll(sample.messages());
        messageType = sample.messageType();
    }

    static Page of(Sample sample) {
        return new Page(sample);
    }

    static Page of(Screen screen) {
        return new Page(screen.sample());
    }

    static Page of(String template) {
        return new Page(Sample.of(template));
    }

    static Page of(String template, Map<String, Object> xt) {
        return new Page(Sample.of(template, xt));
    }

    Page with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    Page withAnotherWay() {
        return with("auth", new SampleAuth(null, List.of(Map.of("authExecId", "1"), Map.of("authExecId", "2"))));
    }

    Page languages(String... tags) {
        supported = List.of(tags);
        return this;
    }

    Page in(Locale locale) {
        language = locale;
        return this;
    }

    Page rightToLeft() {
        rightToLeft = true;
        return this;
    }

    Page signingInAs(String email) {
        return with("auth", new SampleAuth(email, List.of()));
    }

    Page message(MessageType type, String key, Object... values) {
        messageType = type;
        messages.add(new FormMessage(null, key, values));
        return this;
    }

    Page error(String field, String key, Object... values) {
        messages.add(new FormMessage(field, key, values));
        return this;
    }

    String render() {
        Properties texts = LOGIN.getMessages(language);
        model.put("msg", new MessageFormatterMethod(language, texts));
        model.put("advancedMsg", new AdvancedMessageFormatterMethod(language, texts));
        putMessages(texts);
        model.replaceAll((name, value) -> SampleTexts.worded(value, key -> texts.getProperty(key, key)));
        model.put("properties", LOGIN.getProperties());
        model.put("themeResources", ThemeResourcesParser.parse(LOGIN.getProperties()));
        model.put("lang", language.toLanguageTag());
        model.put("locale", locale());
        model.put("url", url());
        model.put("pageId", template.replace(".ftl", ""));
        try {
            return FREEMARKER.processTemplate(model, template, LOGIN);
        } catch (FreeMarkerException e) {
            throw new AssertionError("Cannot render " + template, e);
        }
    }

    /** As the forms provider does it: each text beside its field, and all of them in the summary. */
    private void putMessages(Properties texts) {
        MessagesPerFieldBean perField = new MessagesPerFieldBean();
        MessageBean summary = new MessageBean(null, messageType);
        for (FormMessage message : messages) {
            String pattern = texts.getProperty(message.getMessage());
            String text = new MessageFormat(pattern, language).format(message.getParameters());
            perField.addMessage(message.getField(), text, messageType);
            summary.appendSummaryLine(text);
        }
        model.put("messagesPerField", perField);
        if (!messages.isEmpty()) {
            model.put("message", summary);
        }
    }

    private static Map<String, Object> realm() {
        Map<String, Object> realm = new HashMap<>();
        for (String name : List.of("displayName", "displayNameHtml")) {
            realm.put(name, "Contoso");
        }
        for (String on : List.of(
                "internationalizationEnabled",
                "registrationAllowed",
                "resetPasswordAllowed",
                "loginWithEmailAllowed",
                "registrationEmailAsUsername",
                "password")) {
            realm.put(on, true);
        }
        for (String off : List.of("rememberMe", "duplicateEmailsAllowed")) {
            realm.put(off, false);
        }
        return realm;
    }

    private Map<String, Object> locale() {
        return Map.of(
                "current", nameOf(language),
                "currentLanguageTag", language.toLanguageTag(),
                "rtl", rightToLeft,
                "supported",
                        supported.stream()
                                .map(this::choice)
                                .sorted(Comparator.comparing(
                                        choice -> choice.get("label"), Collator.getInstance(language)))
                                .toList());
    }

    private Map<String, String> choice(String tag) {
        return Map.of("languageTag", tag, "label", nameOf(Locale.forLanguageTag(tag)), "url", "?kc_locale=" + tag);
    }

    /** As Keycloak's theme manager calls a language: in that of the page, and in its own. */
    private String nameOf(Locale named) {
        String name = capitalized(named.getDisplayName(language), language);
        return named.equals(language) ? name : name + " (" + capitalized(named.getDisplayName(named), named) + ")";
    }

    private static String capitalized(String name, Locale locale) {
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private static Map<String, Object> url() {
        return Map.ofEntries(
                Map.entry("loginAction", "/realms/contoso/login-actions/authenticate?session_code=1&execution=2"),
                Map.entry("loginUrl", "/realms/contoso/login-actions/authenticate?client_id=shop"),
                Map.entry("registrationUrl", "/realms/contoso/login-actions/registration?client_id=shop"),
                Map.entry("registrationAction", "/realms/contoso/login-actions/registration?session_code=1"),
                Map.entry("loginRestartFlowUrl", "/realms/contoso/login-actions/restart?client_id=shop"),
                Map.entry("loginResetCredentialsUrl", "/realms/contoso/login-actions/reset-credentials?client_id=shop"),
                Map.entry("logoutConfirmAction", "/realms/contoso/protocol/openid-connect/logout/logout-confirm"),
                Map.entry("oauthAction", "/realms/contoso/login-actions/consent"),
                Map.entry("oauth2DeviceVerificationAction", "/realms/contoso/device"),
                Map.entry("ssoLoginInOtherTabsUrl", "/realms/contoso/login-actions/restart"),
                Map.entry("resourcesPath", "resources"),
                Map.entry("resourcesCommonPath", "common"));
    }
}
