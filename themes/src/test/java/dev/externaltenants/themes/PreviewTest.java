package dev.externaltenants.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.Screens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes every page and mail to {@code target/preview}, to be opened in a browser without a server. */
final class PreviewTest {

    private static final Path FOLDER = Path.of("target", "preview");
    private static final String[] LANGUAGES =
            Page.LOGIN.getProperties().getProperty("locales").split(",");

    @BeforeAll
    static void copiesTheResources() throws IOException {
        for (String resource : List.of("css/xt.css", "img/favicon.svg", "js/xt-passkey.js", "js/xt-submit.js")) {
            Path target = FOLDER.resolve("resources").resolve(resource);
            Files.createDirectories(target.getParent());
            Files.copy(Page.LOGIN.getResourceAsStream(resource), target, StandardCopyOption.REPLACE_EXISTING);
        }
        BrandedSamples.writeFiles(FOLDER.resolve("brand"));
    }

    @Test
    void writesOurPages() throws IOException {
        for (Screen screen : Screens.ours()) {
            write(screen.id() + ".html", Page.of(screen).render());
        }
        assertThat(FOLDER.resolve("xt-identify.html")).isNotEmptyFile();
    }

    @Test
    void writesOurPagesFromRightToLeft() throws IOException {
        for (Screen screen : Screens.ours()) {
            write(screen.id() + ".rtl.html", Page.of(screen).rightToLeft().render());
        }
        assertThat(FOLDER.resolve("xt-identify.rtl.html")).isNotEmptyFile();
    }

    @Test
    void writesBaseSamples() throws IOException {
        for (Screen screen : Screens.keycloaks()) {
            write("base-" + screen.id() + ".html", Page.of(screen).render());
        }
        assertThat(FOLDER.resolve("base-error.html")).isNotEmptyFile();
    }

    /** In each language that there is a bundle of, as script/screenshots shows them. */
    @ParameterizedTest
    @MethodSource("dev.externaltenants.themes.MessageBundlesTest#languages")
    void writesAllPagesInEachLanguage(String bundle) throws IOException {
        Locale language = Locale.forLanguageTag(bundle.replace('_', '-'));
        for (Screen screen : Screens.ours()) {
            write(screen.id() + "." + bundle + ".html", inLanguage(Page.of(screen), language));
        }
        for (Screen screen : Screens.keycloaks()) {
            write("base-" + screen.id() + "." + bundle + ".html", inLanguage(Page.of(screen), language));
        }
        for (var page : BrandedSamples.pages().entrySet()) {
            write(page.getKey() + "." + bundle + ".html", inLanguage(page.getValue(), language));
        }
        for (var mail : mails().entrySet()) {
            write(mail.getKey() + "." + bundle + ".html", inLanguage(mail.getValue(), language));
        }
        assertThat(FOLDER.resolve("xt-identify." + bundle + ".html")).isNotEmptyFile();
    }

    @Test
    void writesMails() throws IOException {
        for (var mail : mails().entrySet()) {
            write(mail.getKey() + ".html", mail.getValue().html());
            write(mail.getKey() + ".txt", mail.getValue().text());
        }
        assertThat(FOLDER.resolve("mail-sign-up.html")).isNotEmptyFile();
    }

    private static Map<String, Mail> mails() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        mails.put("mail-sign-up", Mail.withCode("SIGN_UP"));
        mails.put("mail-mfa", Mail.withCode("MFA"));
        mails.put("mail-no-code", Mail.withoutCode());
        mails.put("mail-reset", Mail.withCode("PASSWORD_RESET"));
        mails.put("mail-no-reset", Mail.withoutReset(true, List.of("Google")));
        mails.put("mail-change", Mail.withCode("EMAIL_CHANGE"));
        mails.put("mail-no-change", Mail.withoutChange());
        mails.put("mail-password-reset-notice", Mail.notice("PASSWORD_RESET", ""));
        mails.put("mail-email-changed", Mail.notice("EMAIL_CHANGED", "j***a@ex**e.com"));
        mails.put("mail-means-added", Mail.notice("MEANS_ADDED", "otp"));
        mails.put("mail-invitation", Mail.invitation());
        mails.put("mail-brand", BrandedSamples.on(Mail.invitation()));
        mails.put("mail-brand-code", BrandedSamples.on(Mail.withCode("SIGN_IN")));
        mails.put("mail-brand-notice", BrandedSamples.on(Mail.notice("EMAIL_CHANGED", "j***a@ex**e.com")));
        for (var mail : BaseMails.mails().entrySet()) {
            mails.put("mail-base-" + mail.getKey(), mail.getValue());
        }
        return mails;
    }

    /** A tenant with every language, which folds away the menu of them. */
    private static String inLanguage(Page page, Locale language) {
        Page shown = isRightToLeft(language) ? page.rightToLeft() : page;
        return shown.languages(LANGUAGES).in(language).render();
    }

    private static String inLanguage(Mail mail, Locale language) {
        return (isRightToLeft(language) ? mail.rightToLeft() : mail)
                .in(language)
                .html();
    }

    private static boolean isRightToLeft(Locale language) {
        return Set.of("ar", "he").contains(language.getLanguage());
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(FOLDER.resolve(name), content);
    }
}
