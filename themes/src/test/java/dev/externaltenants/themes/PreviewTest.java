package dev.externaltenants.themes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;

import dev.externaltenants.themes.sample.Samples;
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

    @BeforeAll
    static void copiesTheResources() throws IOException {
        for (String resource : List.of("css/xt.css", "img/favicon.svg", "js/xt-passkey.js", "js/xt-submit.js")) {
            Path target = FOLDER.resolve("resources").resolve(resource);
            Files.createDirectories(target.getParent());
            Files.copy(Page.LOGIN.getResourceAsStream(resource), target, StandardCopyOption.REPLACE_EXISTING);
        }
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
        assertThat(FOLDER.resolve("xt-identify." + bundle + ".html")).isNotEmptyFile();
    }

    @Test
    void writesABrandInEachLayout() throws IOException {
        Files.createDirectories(FOLDER.resolve("brand"));
        Files.writeString(
                FOLDER.resolve("brand/brand.css"),
                ":root{--xt-color-accent:#7a1fa2;--xt-color-accent-strong:#5b1779;--xt-color-on-accent:#fff;--xt-radius:4px;"
                        + "--xt-background:linear-gradient(135deg,#ffd54f,#e91e63 50%,#311b92)}");
        for (String name : List.of("header", "banner", "favicon")) {
            Files.write(FOLDER.resolve("brand/" + name + ".png"), picture(245, 36));
        }
        for (String layout : List.of("full", "partial")) {
            for (String alignment : List.of("center", "end")) {
                Page page = Brand.with(Map.of("layout", layout, "alignment", alignment), Page.of(Samples.identify()));
                write("brand-" + layout + "-" + alignment + ".html", page.render());
            }
        }
        assertThat(FOLDER.resolve("brand-full-end.html")).isNotEmptyFile();
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
        for (var mail : BaseMails.mails().entrySet()) {
            write("mail-base-" + mail.getKey() + ".html", mail.getValue().html());
        }
        assertThat(FOLDER.resolve("mail-sign-up.html")).isNotEmptyFile();
    }

    private static String inLanguage(Page page, Locale language) {
        boolean rightToLeft = Set.of("ar", "he").contains(language.getLanguage());
        return (rightToLeft ? page.rightToLeft() : page).in(language).render();
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x7a1fa2));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void write(String name, String content) throws IOException {
        Files.writeString(FOLDER.resolve(name), content);
    }
}
