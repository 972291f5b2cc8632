package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has a link to a preview looks at the draft, and at nothing else. */
@Tag("any-database")
final class BrandPreviewTest {

    private static final Map<String, String> PINK = Map.of("accentColor", "#b0005a");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("previewed", MAIL);

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @BeforeEach
    void neutral() {
        TENANT.admin().delete(TENANT.path("/branding")).expect(204);
    }

    @Test
    void aLinkIsGoodForAQuarterOfAnHour() {
        JsonNode link = TENANT.admin()
                .post(TENANT.path("/branding/preview"), null)
                .expect(200)
                .json();

        assertThat(link.path("url").asText())
                .startsWith(TENANT.server().base() + "/realms/" + TENANT.realm() + "/xt-preview/");
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(link.path("expiresAt").asText())))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        String url = link.path("url").asText();
        assertThat(program(url).expect(200).headers().firstValue("Set-Cookie")).isEmpty();
        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(16), () -> {
            refused(url, 403, "xt_preview_link_expired");
            refused(url + "/xt-identify", 403, "xt_preview_link_expired");
        });
    }

    @Test
    void showsTheDraftWhileCustomersSeeWhatIsPublished() {
        publish("/branding", PINK);
        draft("/branding", Map.of("accentColor", "#003a8c"));

        Document screen = screen(link("/branding"), "xt-identify", "en");

        assertThat(stylesheet(screen)).contains("#003a8c").doesNotContain("#b0005a");
    }

    @Test
    void showsTheDraftOfAThemeOverWhatIsPublishedOfTheTenant() {
        publish("/branding", Map.of("accentColor", "#b0005a", "cornerRadius", 3));
        draft("/branding", Map.of("cornerRadius", 30));
        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", "summer")).expect(201);
        draft("/themes/summer", Map.of("accentColor", "#003a8c"));
        String link = link("/themes/summer");

        assertThat(stylesheet(screen(link, "xt-identify", "en"))).contains("#003a8c", "--xt-radius:3px");
        TENANT.admin().delete(TENANT.path("/themes/summer")).expect(204);
        refused(link, 404, "xt_theme_not_found");
        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", "summer")).expect(201);
        refused(link, 404, "xt_theme_not_found");
        TENANT.admin().delete(TENANT.path("/themes/summer")).expect(204);
    }

    @Test
    void aTenantThatIsDisabledShowsNoPreview() {
        String link = link("/branding");

        enabled(false);
        try {
            refused(link, 403, "xt_preview_tenant_disabled");
            refused(link + "/xt-identify", 403, "xt_preview_tenant_disabled");
        } finally {
            enabled(true);
        }
    }

    private static void enabled(boolean enabled) {
        TENANT.server()
                .admin()
                .put("/" + TENANT.realm(), Map.of("enabled", enabled))
                .expect(204);
    }

    @Test
    void speaksTheOperatorsTextsInEachLanguageOfTheTenant() {
        TENANT.admin()
                .put(TENANT.path("/languages/de"), Map.of("SignIn_Title", "Herein!"))
                .expect(200);
        draft("/branding", Map.of("localizations", Map.of("de", Map.of("signInText", "**Hallo**"))));

        Document german = screen(link("/branding"), "xt-identify", "de");

        assertThat(german.select("html").attr("lang")).isEqualTo("de");
        assertThat(german.select("h1").text()).isEqualTo("Herein!");
        assertThat(german.select("strong").eachText()).contains("Hallo");
    }

    @Test
    void everyScreenIsThereInEveryLanguageAndLeadsNowhere() {
        String link = link("/branding");

        for (String language : List.of("en", "de")) {
            Document index = page(link + "?kc_locale=" + language);
            List<String> screens = index.select("iframe").eachAttr("abs:src");
            assertThat(screens).hasSizeGreaterThan(90).doesNotHaveDuplicates();
            for (String screen : screens) {
                Document shown = page(screen);
                assertThat(shown.select("html").attr("lang")).isEqualTo(language);
                assertThat(shown.select("h1")).as(screen).hasSize(1);
                assertThat(shown.select("form[action]").eachAttr("action"))
                        .as(screen)
                        .allMatch(action -> action.startsWith("#") || "about:blank".equals(action));
                assertThat(shown.select("a[href]:not(#kc-locale a, footer a)").eachAttr("href"))
                        .as(screen)
                        .allMatch(href -> href.startsWith("#") || href.startsWith("data:"));
            }
        }
    }

    @Test
    void theLanguageMenuOfAScreenStaysInThePreview() {
        String link = link("/branding");

        Document english = screen(link, "xt-identify", "en");
        String german = english.selectFirst("#kc-locale a[hreflang=de]").absUrl("href");

        assertThat(german).startsWith(link);
        assertThat(page(german).select("html").attr("lang")).isEqualTo("de");
    }

    @Test
    void nothingOfIndexOrScreenIsKeptSentOrFramedElsewhere() {
        String link = link("/branding");

        Answer index = program(link).expect(200);
        Answer screen = program(link + "/xt-identify").expect(200);

        for (Answer page : List.of(index, screen)) {
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "form-action 'none'");
        }
        assertThat(index.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(screen.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(screen.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'", "script-src 'none'", "sandbox allow-scripts")
                .doesNotContain("allow-same-origin", "allow-forms", "allow-popups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x", "/eyJhbGciOiJub25lIn0.eyJ0eXAiOiJ4dC1icmFuZGluZy1wcmV2aWV3In0."})
    void whatIsNoLinkIsRefused(String path) {
        refused(TENANT.issuer() + "/xt-preview" + path, 403, "xt_preview_link_invalid");
    }

    @Test
    void anAlteredLinkIsRefused() {
        String link = link("/branding");
        int signature = link.lastIndexOf('.');

        refused(link.substring(0, signature) + "x" + link.substring(signature), 403, "xt_preview_link_invalid");
        refused(link.substring(0, signature + 1) + "AAAA", 403, "xt_preview_link_invalid");
        refused(link.substring(0, signature), 403, "xt_preview_link_invalid");
    }

    @Test
    void aTokenOfAnAdministratorIsNoLink() {
        refused(TENANT.issuer() + "/xt-preview/" + TENANT.admin().token(), 403, "xt_preview_link_invalid");
    }

    @Test
    void aLinkOpensNoOtherTenantAndNoOtherDoor() {
        Tenant other = Tenant.named("unpreviewed", MAIL).create();
        try {
            String link = link("/branding");
            String token = link.substring(link.lastIndexOf('/') + 1);

            refused(other.issuer() + "/xt-preview/" + token, 403, "xt_preview_link_invalid");
            refused(TENANT.server().base() + "/realms/master/xt-preview/" + token, 404, "xt_tenant_not_found");
            assertThat(TENANT.admin()
                            .withToken(token)
                            .get(TENANT.path("/branding"))
                            .status())
                    .isEqualTo(401);
        } finally {
            other.delete();
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String link = link("/branding");

        refused(link + "/xt-nothing", 404, "xt_preview_screen_not_found");
        refused(link + "/..%2fxt-identify", 404, null);
        refused(link + "?kc_locale=fr", 404, "xt_language_not_found");
        refused(link + "/xt-identify?kc_locale=%3Cscript%3E", 404, "xt_language_not_found");
        assertThat(TENANT.admin()
                        .post(TENANT.path("/themes/nothing/preview"), null)
                        .error())
                .isEqualTo("xt_theme_not_found");
    }

    @Test
    void whoFollowsABadLinkReadsSo() {
        browser.page().navigate(TENANT.issuer() + "/xt-preview/x");
        browser.arrivedAt("refused");

        assertThat(browser.page().locator("main").innerText()).contains("No preview", "xt_preview_link_invalid");
    }

    /** Keycloak's menu of languages takes them for names of values. */
    @Test
    void aLinkWithBracesIsRefusedLikeAnyOther() {
        Response refused = browser.page().navigate(TENANT.issuer() + "/xt-preview/%7Bx%7D");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("xt_preview_link_invalid");
        assertThat(refused.headers()).containsEntry("x-frame-options", "DENY");
    }

    @Test
    void fieldsOfSamplesAreCalledInTheLanguageOfThePage() {
        String link = link("/branding");

        assertThat(screen(link, "xt-attributes", "de").select("label, legend").eachText())
                .contains("Vorname", "Nachname", "Sprache", "Land");
        assertThat(screen(link, "xt-attributes", "en").select("label, legend").eachText())
                .contains("First name", "Last name", "Language", "Country");
    }

    @Test
    void noScreenInAFrameTakesTheCursor() {
        String link = link("/branding");
        String framed = page(link).selectFirst("iframe[src*=/xt-identify]").absUrl("src");

        assertThat(page(framed).select("[autofocus]")).isEmpty();
        assertThat(screen(link, "xt-identify", "en").select("[autofocus]")).hasSize(1);
    }

    @Test
    void theIndexShowsEachScreenInAFrame() {
        draft("/branding", PINK);

        browser.page().navigate(link("/branding"));
        browser.page()
                .frameLocator("iframe[title='E-mail address'] >> nth=0")
                .locator("#xt-continue")
                .waitFor();

        assertThat(browser.page()
                        .frameLocator("iframe[title='E-mail address'] >> nth=0")
                        .locator("#xt-continue")
                        .evaluate("button => getComputedStyle(button).backgroundColor"))
                .isEqualTo("rgb(176, 0, 90)");
        browser.arrivedAt("index");
        assertThat(browser.refusedByPolicy()).isEmpty();
    }

    @Test
    void nothingCanBeSent() {
        browser.page().navigate(link("/branding") + "/xt-identify");
        List<String> requests = new CopyOnWriteArrayList<>();
        browser.page().onRequest(request -> requests.add(request.method() + " " + request.url()));
        // The browser's own, whenever it comes.
        Pattern icon = Pattern.compile("GET .*/favicon\\.svg");

        browser.page().locator("#username").fill("jamie@example.com");
        browser.page().locator("#xt-continue").click();
        browser.page().locator("#xt-sign-up").click();

        assertThat(requests).allMatch(request -> icon.matcher(request).matches());
        assertThat(browser.page().locator("#username").inputValue()).isEqualTo("jamie@example.com");
    }

    private static String link(String brand) {
        return TENANT.admin()
                .post(TENANT.path(brand + "/preview"), null)
                .expect(200)
                .json()
                .path("url")
                .asText();
    }

    private static void draft(String brand, Object draft) {
        TENANT.admin().put(TENANT.path(brand), draft).expect(200);
    }

    private static void publish(String brand, Object draft) {
        draft(brand, draft);
        TENANT.admin().post(TENANT.path(brand + "/publish"), null).expect(200);
    }

    private static Document screen(String link, String screen, String language) {
        return page(link + "/" + screen + "?kc_locale=" + language);
    }

    private static Document page(String address) {
        Answer page = program(address).expect(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        return Jsoup.parse(page.body(), address);
    }

    private static String stylesheet(Document screen) {
        return program(screen.selectFirst("link[href*=/xt-brand/]").absUrl("href"))
                .expect(200)
                .body();
    }

    private static void refused(String address, int status, String code) {
        Answer refused = program(address);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        if (code != null) {
            assertThat(refused.error()).isEqualTo(code);
            assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    private static Answer program(String address) {
        return AdminApi.send(
                "GET " + address, HttpRequest.newBuilder(URI.create(address)).build());
    }
}
