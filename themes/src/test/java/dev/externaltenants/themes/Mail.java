package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LinkExpirationFormatterMethod;
import org.keycloak.theme.beans.MessageFormatterMethod;

/** One mail of the e-mail theme with the model that Keycloak's e-mail template provider would give it. */
final class Mail {

    static final ThemeOnClasspath THEME = new ThemeOnClasspath(Theme.Type.EMAIL);

    private final String template;
    private final Map<String, Object> model = new HashMap<>();
    private Locale language = Locale.ENGLISH;

    private Mail(String template) {
        this.template = template;
        model.put("realmName", "Contoso");
        model.put("ltr", true);
    }

    static Mail of(String template) {
        return new Mail(template);
    }

    static Mail withCode(String purpose) {
        return new Mail("xt-code-email.ftl")
                .with("code", "48190217")
                .with("minutes", 10)
                .with("appName", "Contoso Shop")
                .with("purpose", purpose);
    }

    static Mail withoutCode() {
        return new Mail("xt-no-code-email.ftl").with("appName", "Contoso Shop");
    }

    static Mail withoutReset(boolean byCode, List<String> providers) {
        return new Mail("xt-no-reset-email.ftl")
                .with("appName", "Contoso Shop")
                .with("byCode", byCode)
                .with("providers", providers);
    }

    static Mail withoutChange() {
        return new Mail("xt-no-change-email.ftl").with("appName", "Contoso Shop");
    }

    static Mail notice(String change, String detail) {
        return new Mail("xt-notice-email.ftl")
                .with("appName", "Contoso Shop")
                .with("change", change)
                .with("detail", detail);
    }

    static Mail invitation() {
        return new Mail("xt-invitation-email.ftl")
                .with("link", "https://id.example.com/realms/contoso/login-actions/action-token?key=1")
                .with("linkExpiration", 720L);
    }

    /** Stands for base's own mails, which all pass one sanitised text to the same frame. */
    static Mail passwordReset() {
        return new Mail("password-reset.ftl")
                .with("link", "https://id.example.com/realms/contoso/login-actions/action-token?key=1")
                .with("linkExpiration", 5L);
    }

    Mail with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    Mail in(Locale locale) {
        language = locale;
        return this;
    }

    Mail rightToLeft() {
        return with("ltr", false);
    }

    String html() {
        return render("html/" + template);
    }

    String text() {
        return render("text/" + template);
    }

    private String render(String path) {
        model.put("locale", language);
        model.put("msg", new MessageFormatterMethod(language, THEME.getMessages(language)));
        model.put("linkExpirationFormatter", new LinkExpirationFormatterMethod(THEME.getMessages(language), language));
        try {
            return Page.FREEMARKER.processTemplate(model, path, THEME);
        } catch (FreeMarkerException e) {
            throw new AssertionError("Cannot render " + path, e);
        }
    }
}
