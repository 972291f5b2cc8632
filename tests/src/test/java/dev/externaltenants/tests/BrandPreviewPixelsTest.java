package dev.externaltenants.tests;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Picture;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.pages.ConsentPage;
import dev.externaltenants.tests.pages.ErrorPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The preview of a draft is, pixel by pixel, what customers see once it is published. The tenant has what the samples of
 * the preview tell of: their address, fields and identity providers.
 */
@Tag("any-database")
final class BrandPreviewPixelsTest {

    private static final String EMAIL = "jamie.rivera@example.com";
    private static final Map<String, String> TERMS = Map.of(
            "en", "[I agree to the terms and conditions](https://shop.example/terms)",
            "ar", "[أوافق على الشروط والأحكام](https://shop.example/terms)");
    private static final Map<String, String> LANGUAGE = Map.of("en", "Language", "ar", "اللغة");
    private static final Map<String, String> POSTCODE = Map.of("en", "Zip or Postal code", "ar", "الرمز البريدي");

    /** How many seconds until the next code; all else on the pages stands still. */
    private static final String PASSING = "#xt-code .xt-aside > .xt-hint";

    private static final List<String> SCREENS = List.of(
            "xt-identify",
            "xt-identify-providers",
            "xt-password",
            "xt-code-sign-up",
            "xt-attributes",
            "xt-consent",
            "error");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("pixels", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private static RelyingParty shop;
    private static RelyingParty federated;
    private static RelyingParty consenting;
    private static RelyingParty closed;

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    private final Map<String, Picture> previewed = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    @BeforeAll
    static void aTenantLikeTheSamples() {
        TENANT.admin()
                .put(TENANT.path(""), Map.of("displayName", "Contoso", "languages", List.of("en", "ar")))
                .expect(200);
        // The samples without the box; there are others with it.
        TENANT.admin().put("/" + TENANT.realm(), Map.of("rememberMe", false)).expect(204);
        PROVIDER.createIn(TENANT, "google", Map.of());
        PROVIDER.createIn(
                TENANT, "fabrikam", Map.of("displayName", "Fabrikam & Sons, Office Supplies of Northern Germany"));
        TENANT.attribute("language", "STRING");
        TENANT.attribute("postcode", "INT");
        TENANT.attribute("terms", "BOOLEAN");
        TENANT.attribute("news", "BOOLEAN");
        shop = TENANT.app("shop", TENANT.userFlow(signUp()));
        federated = TENANT.app(
                "federated", TENANT.userFlow(FlowSpec.named("federated").lists("google", "fabrikam")));
        consenting = TENANT.app("consenting", TENANT.userFlow(consents()));
        closed = TENANT.app("closed", TENANT.userFlow(FlowSpec.named("closed").withoutSignUp()));
        hasAHomePage("closed");
        for (BrandImage image : BrandImage.values()) {
            TENANT.admin()
                    .put(TENANT.path("/branding/images/" + image.kind), Map.of("content", image.content()))
                    .expect(200);
        }
    }

    /** An error then leads back to the app. */
    private static void hasAHomePage(String clientId) {
        String clients = "/" + TENANT.realm() + "/clients";
        ObjectNode app = (ObjectNode) TENANT.admin()
                .get(clients + "?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0);
        TENANT.admin()
                .put(clients + "/" + app.path("id").asText(), app.put("baseUrl", "https://shop.example/"))
                .expect(204);
    }

    private static FlowSpec signUp() {
        return FlowSpec.named("sign-up")
                .asks("givenName", field("TEXT", true, null, Map.of()))
                .asks("surname", field("TEXT", true, null, Map.of("defaultValue", "Rivera")))
                .asks("country", field("COUNTRY", true, null, Map.of()))
                .asks("language", field("RADIO", true, LANGUAGE, Map.of("options", languages())))
                .asks("postcode", field("NUMERIC", false, POSTCODE, Map.of()))
                .asks("terms", field("CHECKBOX", true, TERMS, Map.of()));
    }

    private static FlowSpec consents() {
        return FlowSpec.named("consents")
                .asks(
                        "terms",
                        field(
                                "CHECKBOX",
                                true,
                                TERMS,
                                Map.of(
                                        "consent",
                                        Map.of("document", "terms", "version", "1"),
                                        "helpText",
                                        Map.of(
                                                "en",
                                                "Please tick this box to go on.",
                                                "ar",
                                                "يُرجى تحديد هذا المربع للمتابعة."))))
                .asks(
                        "news",
                        field(
                                "CHECKBOX",
                                false,
                                Map.of("en", "Privacy", "ar", "الخصوصية"),
                                Map.of("consent", Map.of("document", "news", "version", "1"))));
    }

    private static Map<String, Object> field(
            String inputType, boolean required, Map<String, String> label, Map<String, Object> more) {
        Map<String, Object> field = new LinkedHashMap<>(more);
        field.put("inputType", inputType);
        field.put("required", required);
        // Without a label, a field of ours is called as the theme calls it.
        if (label != null) {
            field.put("label", label);
        }
        return field;
    }

    private static List<Map<String, String>> languages() {
        return List.of(Map.of("text", "English", "value", "en"), Map.of("text", "日本語", "value", "ja"));
    }

    @ParameterizedTest
    @CsvSource({"full, center, en, 0", "full, center, ar, 1", "partial, end, en, 2", "partial, end, ar, 3"})
    void whatThePreviewOfADraftShowsIsWhatCustomersSeeOnceItIsPublished(
            String layout, String alignment, String language, int turn) {
        TENANT.admin().put(TENANT.path("/branding"), brand(layout, alignment)).expect(200);
        // Each turn in its own minute: an address gets one code in half a minute.
        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(turn), () -> {
            preview(language);
            TENANT.admin().post(TENANT.path("/branding/publish"), null).expect(200);
            walk(language);
        });

        assertThat(previewed).isEmpty();
        assertThat(differences).isEmpty();
    }

    private static Map<String, Object> brand(String layout, String alignment) {
        return Map.of(
                "accentColor",
                "#7a1fa2",
                "backgroundColor",
                "#fdf3e1",
                "cornerRadius",
                4,
                "layout",
                layout,
                "alignment",
                alignment,
                "header",
                true,
                "texts",
                Map.of(
                        "usernameHint",
                        "The address of your orders",
                        "signInText",
                        "Trouble? **Call us**, or [read on](https://contoso.example/help).",
                        "resetText",
                        "Lost it?",
                        "privacyText",
                        "Privacy",
                        "privacyUrl",
                        "https://contoso.example/privacy"),
                "localizations",
                Map.of("ar", Map.of("usernameHint", "عنوان طلباتك", "privacyText", "الخصوصية")));
    }

    private void preview(String language) {
        String link = TENANT.admin()
                .post(TENANT.path("/branding/preview"), null)
                .expect(200)
                .json()
                .path("url")
                .asText();
        for (String screen : SCREENS) {
            inEachShape(shape -> {
                // Loaded in this shape, as a customer's page is.
                browser.page().navigate(link + "/" + screen + "?kc_locale=" + language);
                previewed.put(screen + " " + shape, Picture.of(browser.page(), PASSING));
            });
        }
    }

    /** As a customer goes, from page to page. */
    private void walk(String language) {
        Map<String, String> spoken = Map.of("ui_locales", language);
        browser.open(federated.signIn(spoken).uri());
        new SignInPage(browser);
        compare("xt-identify-providers");

        browser.open(shop.signIn(spoken).uri());
        SignInPage signIn = new SignInPage(browser);
        compare("xt-identify");
        signIn.continueAs(EMAIL);
        compare("xt-password");

        browser.open(shop.signIn(spoken).uri());
        var code = new SignInPage(browser).createOne().sendCodeTo(EMAIL);
        compare("xt-code-sign-up");
        code.confirm(MAIL.codeFor(EMAIL));
        compare("xt-attributes");

        String customer = Customers.anyone();
        TENANT.existingCustomer(customer, Journey.PASSWORD);
        browser.open(consenting.signIn(spoken).uri());
        new SignInPage(browser).continueAs(customer).give(Journey.PASSWORD);
        new ConsentPage(browser);
        compare("xt-consent");

        browser.open(closed.signIn(spoken).registrationUri());
        new ErrorPage(browser);
        compare("error");
    }

    private void compare(String screen) {
        // Where a button was, something else may be now.
        browser.page().mouse().move(0, 0);
        inEachShape(shape -> Optional.ofNullable(previewed.remove(screen + " " + shape))
                .orElseThrow()
                .differenceTo(Picture.of(browser.page(), PASSING), "preview " + screen + " " + shape)
                .ifPresent(differences::add));
    }

    private void inEachShape(Consumer<String> look) {
        Page page = browser.page();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(320, 1280)) {
                page.setViewportSize(width, 900);
                look.accept(scheme + " " + width);
            }
        }
    }

    /** Pictures in which a shift or another size would show. */
    private enum BrandImage {
        HEADER_LOGO("headerLogo", 200, 30),
        BANNER_LOGO("bannerLogo", 245, 36),
        BACKGROUND("background", 640, 360);

        private final String kind;
        private final int width;
        private final int height;

        BrandImage(String kind, int width, int height) {
            this.kind = kind;
            this.width = width;
            this.height = height;
        }

        String content() {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setPaint(new GradientPaint(0, 0, new Color(0xffd54f), width, height, new Color(0x7a1fa2)));
            pen.fillRect(0, 0, width, height);
            pen.dispose();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "png", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Base64.getEncoder().encodeToString(file.toByteArray());
        }
    }
}
