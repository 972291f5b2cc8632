package dev.externaltenants.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes every page and mail to {@code target/preview}, to be opened in a browser without a server. */
final class PreviewTest {

    private static final Path FOLDER = Path.of("target", "preview");

    @BeforeAll
    static void copiesTheResources() throws IOException {
        for (String resource : List.of("css/xt.css", "img/favicon.svg", "js/xt-passkey.js")) {
            Path target = FOLDER.resolve("resources").resolve(resource);
            Files.createDirectories(target.getParent());
            Files.copy(Page.LOGIN.getResourceAsStream(resource), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void writesOurPages() throws IOException {
        for (var page : Samples.pages().entrySet()) {
            write(page.getKey() + ".html", page.getValue().render());
        }
        assertThat(FOLDER.resolve("xt-identify.html")).isNotEmptyFile();
    }

    @Test
    void writesOurPagesInGerman() throws IOException {
        for (var page : Samples.pages().entrySet()) {
            write(page.getKey() + ".de.html", page.getValue().in(Locale.GERMAN).render());
        }
        assertThat(FOLDER.resolve("xt-identify.de.html")).isNotEmptyFile();
    }

    @Test
    void writesOurPagesFromRightToLeft() throws IOException {
        for (var page : Samples.pages().entrySet()) {
            write(page.getKey() + ".rtl.html", page.getValue().rightToLeft().render());
        }
        assertThat(FOLDER.resolve("xt-identify.rtl.html")).isNotEmptyFile();
    }

    @Test
    void writesBasePages() throws IOException {
        for (var page : BasePages.pages().entrySet()) {
            write("base-" + page.getKey() + ".html", page.getValue().render());
        }
        assertThat(FOLDER.resolve("base-error.html")).isNotEmptyFile();
    }

    @Test
    void writesMails() throws IOException {
        write("mail-sign-up.html", Mail.withCode("SIGN_UP").html());
        write("mail-sign-up.txt", Mail.withCode("SIGN_UP").text());
        write("mail-mfa.de.html", Mail.withCode("MFA").in(Locale.GERMAN).html());
        write("mail-mfa.de.txt", Mail.withCode("MFA").in(Locale.GERMAN).text());
        write("mail-no-code.html", Mail.withoutCode().html());
        write("mail-no-code.txt", Mail.withoutCode().text());
        write("mail-reset.html", Mail.withCode("PASSWORD_RESET").html());
        write("mail-no-reset.html", Mail.withoutReset(true, List.of("Google")).html());
        write("mail-no-reset.txt", Mail.withoutReset(true, List.of("Google")).text());
        write("mail-change.html", Mail.withCode("EMAIL_CHANGE").html());
        write("mail-no-change.html", Mail.withoutChange().html());
        write(
                "mail-password-reset-notice.html",
                Mail.notice("PASSWORD_RESET", "").html());
        write(
                "mail-email-changed.html",
                Mail.notice("EMAIL_CHANGED", "j***a@ex**e.com").html());
        write(
                "mail-means-added.de.txt",
                Mail.notice("MEANS_ADDED", "otp").in(Locale.GERMAN).text());
        write("mail-invitation.html", Mail.invitation().html());
        write("mail-invitation.de.html", Mail.invitation().in(Locale.GERMAN).html());
        write("mail-password-reset.html", Mail.passwordReset().html());
        assertThat(FOLDER.resolve("mail-sign-up.html")).isNotEmptyFile();
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(FOLDER.resolve(name), content);
    }
}
