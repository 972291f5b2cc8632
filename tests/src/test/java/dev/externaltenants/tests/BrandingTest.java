package dev.externaltenants.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant's brand: drafted, published, shown on the next page, and taken back. */
final class BrandingTest {

    private static final Map<String, String> PINK = Map.of("accentColor", "#b0005a");
    private static final Map<String, String> BLUE = Map.of("accentColor", "#003a8c");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("branding", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void app() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("default")));
    }

    @BeforeEach
    void neutral() {
        TENANT.admin().delete(TENANT.path("/branding")).expect(204);
    }

    @Test
    void aDraftIsShownOnceItIsPublished() {
        draft("/branding", PINK);
        assertThat(stylesheet()).isEmpty();

        publish("/branding");

        assertThat(file(stylesheet().orElseThrow()).expect(200).body()).contains("--xt-color-accent:#b0005a");
    }

    @Test
    void filesStayAsTheyAreForEver() {
        draft("/branding", PINK);
        publish("/branding");

        Answer css = file(stylesheet().orElseThrow()).expect(200);

        assertThat(css.headers().firstValue("Content-Type")).contains("text/css;charset=utf-8");
        assertThat(css.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(css.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(css.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = css.headers().firstValue("ETag").orElseThrow();
        assertThat(file(stylesheet().orElseThrow(), Map.of("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        assertThat(file(stylesheet().orElseThrow(), Map.of("If-None-Match", "\"x\", W/" + tag))
                        .status())
                .as("a weak one")
                .isEqualTo(304);
        Answer refused = file(stylesheet().orElseThrow(), Map.of("If-Match", "\"x\""));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.headers().firstValue("Cache-Control"))
                .as("for other callers")
                .contains("no-store");
    }

    @Test
    void aTenantThatIsDisabledServesNoFiles() {
        draft("/branding", PINK);
        publish("/branding");
        String css = stylesheet().orElseThrow();

        enabled(false);
        try {
            assertThat(file(css).status()).isEqualTo(404);
            assertThat(new FormBrowser()
                            .open(Journey.at(shop, MAIL).signIn().uri())
                            .document()
                            .select("[href*=/xt-brand/]"))
                    .isEmpty();
        } finally {
            enabled(true);
        }
    }

    @Test
    void aPageThatIsOpenKeepsItsFiles() {
        draft("/branding", PINK);
        publish("/branding");
        String open = stylesheet().orElseThrow();

        draft("/branding", BLUE);
        publish("/branding");

        assertThat(stylesheet()).isPresent().get().isNotEqualTo(open);
        assertThat(file(open).expect(200).body()).contains("#b0005a");
    }

    @Test
    void rollingBackShowsWhatWasBefore() {
        draft("/branding", PINK);
        publish("/branding");
        String first = stylesheet().orElseThrow();
        draft("/branding", BLUE);
        publish("/branding");

        TENANT.admin().post(TENANT.path("/branding/rollback"), null).expect(200);

        assertThat(stylesheet()).contains(first);
    }

    @Test
    void aThemeFallsBackToTheTenantPropertyByProperty() {
        draft("/branding", Map.of("accentColor", "#b0005a", "cornerRadius", 3));
        publish("/branding");
        theme("seasonal", "shop");
        draft("/themes/seasonal", BLUE);
        publish("/themes/seasonal");

        String css = file(stylesheet().orElseThrow()).expect(200).body();

        assertThat(css).contains("--xt-color-accent:#003a8c", "--xt-radius:3px");
        TENANT.admin().delete(TENANT.path("/themes/seasonal")).expect(204);
        assertThat(file(stylesheet().orElseThrow()).expect(200).body()).contains("#b0005a", "--xt-radius:3px");
    }

    @Test
    void aThemeThatIsMadeAgainIsAnotherOne() {
        String path = TENANT.path("/themes/again");
        String old = made("again");
        TENANT.admin().delete(path).expect(204);
        String present = made("again");

        assertThat(TENANT.admin()
                        .call("PUT", path, "{}", Map.of("If-Match", old))
                        .error())
                .isEqualTo("xt_version_conflict");
        assertThat(TENANT.admin()
                        .call("PUT", path, "{}", Map.of("If-Match", ""))
                        .error())
                .isEqualTo("xt_version_conflict");
        TENANT.admin().call("PUT", path, "{}", Map.of("If-Match", present)).expect(200);
        TENANT.admin().delete(path).expect(204);
    }

    @Test
    void aTenantHasFiveThemesAlsoOfWritersAtOnce() {
        List<Integer> statuses = AtOnce.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Integer>) () -> TENANT.admin()
                        .post(TENANT.path("/themes"), Map.of("name", "theme-" + i))
                        .status())
                .toList());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).containsOnly(201, 409);
        Answer list = TENANT.admin().get(TENANT.path("/themes")).expect(200);
        list.json().forEach(theme -> TENANT.admin()
                .delete(TENANT.path("/themes/" + theme.path("name").asText()))
                .expect(204));
    }

    @Test
    void anImageIsShownAsItWasMeasured() {
        byte[] logo = png(200, 30);
        upload("/branding/images/bannerLogo", "image/png", logo).expect(200);
        publish("/branding");
        JsonNode image = TENANT.admin().get(TENANT.path("/branding")).json().at("/published/images/bannerLogo");

        Answer served = file(
                "/realms/" + TENANT.realm() + "/xt-brand/" + image.path("hash").asText() + "/bannerLogo.png");

        assertThat(image.path("width").asInt()).isEqualTo(200);
        assertThat(image.path("height").asInt()).isEqualTo(30);
        assertThat(served.expect(200).headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void theBackgroundIsInTheStylesheet() {
        upload("/branding/images/background", "image/jpeg", jpeg(1920, 1080)).expect(200);
        publish("/branding");

        String css = file(stylesheet().orElseThrow()).expect(200).body();

        String address = css.replaceFirst(".*--xt-background:url\\(\"([^\"]+)\"\\).*", "$1");
        assertThat(file(address).expect(200).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/svg+xml | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/> | xt_branding_image_type_refused",
                "image/png     | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/> | xt_branding_image_type_refused",
                "image/png     | <script>alert(1)</script>                                   | xt_branding_image_type_refused",
                "application/octet-stream | body{background:url(https://attacker.example)}   | xt_branding_image_type_refused",
            })
    void whatIsNoImageIsRefused(String type, String file, String code) {
        Answer refused = upload("/branding/images/squareLogo", type, file.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo("squareLogo");
    }

    /** A form's would be decoded by the server, which fails at what is none. */
    @ParameterizedTest
    @ValueSource(strings = {"text/css", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void bodiesOfOtherTypesAreNotRead(String type) {
        byte[] notAForm = "{\"content\":\"%\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(upload("/branding/images/squareLogo", type, notAForm).status())
                .isEqualTo(415);
    }

    @Test
    void anImageThatIsTooLargeIsRefused() {
        assertThat(upload("/branding/images/favicon", "image/png", png(33, 32)).error())
                .isEqualTo("xt_branding_image_too_large");
        assertThat(upload("/branding/images/favicon", "image/png", new byte[400_000])
                        .error())
                .isEqualTo("xt_branding_image_too_large");
    }

    @Test
    void aFileThatGoesOnAfterItsImageIsRefused() {
        byte[] image = png(8, 8);
        byte[] polyglot = Arrays.copyOf(image, image.length + 100);

        assertThat(upload("/branding/images/favicon", "image/png", polyglot).error())
                .isEqualTo("xt_branding_image_invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'accentColor':'#000;}*{display:none'}                       | xt_branding_color_invalid    | accentColor",
                "{'accentColor':'url(https://attacker.example)'}              | xt_branding_color_invalid    | accentColor",
                "{'backgroundColor':'</style><script>alert(1)</script>'}      | xt_branding_color_invalid    | backgroundColor",
                "{'backgroundColor':'expression(alert(1))'}                   | xt_branding_color_invalid    | backgroundColor",
                "{'cornerRadius':-1}                                          | xt_branding_radius_invalid   | cornerRadius",
                "{'cornerRadius':'3px;}'}                                     | xt_invalid_value             | cornerRadius",
                "{'cornerRadius':1.5}                                         | xt_invalid_value             | cornerRadius",
                "{'cornerRadius':1e0}                                         | xt_invalid_value             | cornerRadius",
                "{'cornerRadius':'4'}                                         | xt_invalid_value             | cornerRadius",
                "{'cornerRadius':true}                                        | xt_invalid_value             | cornerRadius",
                "{'layout':'full;}'}                                          | xt_invalid_value             | layout",
                "{'alignment':'left'}                                         | xt_invalid_value             | alignment",
                "{'header':'<b>'}                                             | xt_invalid_value             | header",
                "{'customCss':'*{}'}                                          | xt_unknown_field             | customCss",
                "{'texts':{'usernameHint':'https://attacker.example'}}        | xt_branding_hint_invalid     | texts.usernameHint",
                "{'texts':{'usernameHint':'<script>'}}                        | xt_branding_hint_invalid     | texts.usernameHint",
                "{'texts':{'signInText':'[x](javascript:alert(1))'}}          | xt_branding_url_invalid      | texts.signInText",
                "{'texts':{'signInText':'[x](http://attacker.example)'}}      | xt_branding_url_invalid      | texts.signInText",
                "{'texts':{'privacyUrl':'javascript:alert(1)'}}               | xt_branding_url_invalid      | texts.privacyUrl",
                "{'texts':{'termsUrl':'https://a@attacker.example'}}          | xt_branding_url_invalid      | texts.termsUrl",
                "{'texts':{'termsUrl':'data:text/html,x'}}                    | xt_branding_url_invalid      | texts.termsUrl",
                "{'texts':{'resetText':'a\\u0007b'}}                           | xt_branding_text_invalid     | texts.resetText",
                "{'localizations':{'de':{'privacyUrl':'//x'}}}                | xt_branding_url_invalid      | localizations.de.privacyUrl",
                "{'localizations':{'../de':{}}}                               | xt_branding_language_invalid | localizations.../de",
                "{'localizations':{'de-DE':{'signInText':'Hallo'}}}           | xt_branding_language_invalid | localizations.de-DE",
                "{'images':{'favicon':{'hash':'../../x','type':'text/html'}}} | xt_branding_image_unknown    | images.favicon",
                "{'images':{'favicon':{'width':1.5}}}                         | xt_invalid_value             | images.favicon.width",
                "{'images':{'script':{}}}                                     | xt_invalid_value             | images",
            })
    void whatIsHostileIsRefusedWithItsField(String draft, String code, String field) {
        Answer refused = TENANT.admin().put(TENANT.path("/branding"), draft.replace('\'', '"'));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).as(refused.toString()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.json().path("error_description").asText()).isNotBlank();
    }

    /** What may be said, however it looks, stays text. */
    @Test
    void whatLooksLikeCodeIsInert() {
        String hostile = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>${7*7}&lt;b&gt;";
        draft(
                "/branding",
                Map.of(
                        "footer",
                        true,
                        "header",
                        true,
                        "texts",
                        Map.of(
                                "signInText",
                                hostile,
                                "privacyText",
                                hostile,
                                "privacyUrl",
                                "https://contoso.example/?a='b&c=d",
                                "termsText",
                                hostile,
                                "termsUrl",
                                "https://contoso.example/terms",
                                "resetText",
                                hostile)));
        publish("/branding");

        FormPage page = signInPage();

        assertThat(page.document().select("script:containsData(alert), img[onerror], [onerror], [onclick]"))
                .isEmpty();
        assertThat(page.document().text()).doesNotContain("49");
    }

    @Test
    void aForgottenPasswordMayBeResetElsewhere() {
        draft("/branding", Map.of("texts", Map.of("resetUrl", "https://contoso.example/forgotten")));
        publish("/branding");

        FormPage password =
                Journey.at(shop, MAIL).identified(Customers.anyone()).asking("password");

        assertThat(password.document().selectFirst("#xt-forgot-password").attr("href"))
                .isEqualTo("https://contoso.example/forgotten");
    }

    /** Who may write a brand must not lead those astray who may do more. */
    @Test
    void theSignInToKeycloaksConsoleHasNoWordsOfABrand() {
        draft(
                "/branding",
                Map.of(
                        "accentColor",
                        "#b0005a",
                        "texts",
                        Map.of(
                                "signInText",
                                "[Moved](https://contoso.example/)",
                                "usernameHint",
                                "Moved",
                                "privacyUrl",
                                "https://contoso.example/",
                                "resetUrl",
                                "https://contoso.example/")));
        publish("/branding");
        TENANT.admin()
                .put(TENANT.path("/languages/en"), Map.of("SignIn_Description", "Moved"))
                .expect(200);
        URI console = URI.create(TENANT.issuer()
                + "/protocol/openid-connect/auth?client_id=security-admin-console&response_type=code&redirect_uri="
                + Forms.encode(TENANT.server().base() + "/admin/" + TENANT.realm() + "/console/")
                + "&code_challenge_method=S256&code_challenge=" + "x".repeat(43));

        FormPage page = new FormBrowser().open(console).asking("username");

        assertThat(page.document().select("link[href*=/xt-brand/]")).isNotEmpty();
        assertThat(page.document().html()).doesNotContain("contoso.example", "Moved");
    }

    @Test
    void theOperatorIsToldWhichColorIsShownInPlaceOfAnUnreadableOne() {
        Answer answer = draft("/branding", Map.of("accentColor", "#ffd400"));

        assertThat(answer.json().at("/warnings/0/field").asText()).isEqualTo("accentColor");
        assertThat(answer.json().at("/warnings/0/used").asText()).matches("#[0-9a-f]{6}");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, 404",
        "..%2f..%2f..%2fetc%2fpasswd, 404",
        "x, 404",
        "0000000000000000000000000000000G, 404"
    })
    void whatIsNoFileIsNotFound(String hash, int status) {
        assertThat(file("/realms/" + TENANT.realm() + "/xt-brand/" + hash + "/brand.css")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void wordsAreThoseOfThePagesLanguage() {
        draft(
                "/branding",
                Map.of(
                        "texts",
                        Map.of("signInText", "**Hello**", "privacyUrl", "https://contoso.example/privacy"),
                        "localizations",
                        Map.of("de", Map.of("signInText", "++Hallo++"))));
        publish("/branding");

        FormPage english = signInPage();
        FormPage german = new FormBrowser(Map.of("Accept-Language", "de"))
                .open(Journey.at(shop, MAIL).signIn().uri());

        assertThat(english.document().select("strong").eachText()).contains("Hello");
        assertThat(german.document().select("u").eachText()).contains("Hallo");
    }

    @Test
    void mailsAreInTheBrand() {
        upload("/branding/images/bannerLogo", "image/png", png(200, 30)).expect(200);
        draft("/branding", PINK);
        publish("/branding");
        String address = Customers.anyone();

        Journey.at(shop, MAIL).codePage(address);

        assertThat(MAIL.nextTo(address).html())
                .contains("src=\"" + TENANT.server().base() + "/realms/" + TENANT.realm() + "/xt-brand/")
                .contains("width=\"200\" height=\"30\"");
    }

    @Test
    void anotherTenantDoesNotServeIt() {
        Tenant other = Tenant.named("unbranded", MAIL).create();
        try {
            draft("/branding", PINK);
            publish("/branding");
            String path = stylesheet().orElseThrow();

            assertThat(file(path.replace("/" + TENANT.realm() + "/", "/" + other.realm() + "/"))
                            .status())
                    .isEqualTo(404);
        } finally {
            other.delete();
        }
    }

    private static Answer draft(String brand, Object draft) {
        return TENANT.admin().put(TENANT.path(brand), draft).expect(200);
    }

    private static void publish(String brand) {
        TENANT.admin().post(TENANT.path(brand + "/publish"), null).expect(200);
    }

    /** Returns the address of the brand's stylesheet on the sign-in page of the shop. */
    private static Optional<String> stylesheet() {
        return Optional.ofNullable(signInPage().document().selectFirst("link[rel=stylesheet][href*=/xt-brand/]"))
                .map(link -> link.attr("href"));
    }

    private static FormPage signInPage() {
        return Journey.at(shop, MAIL).signInPage();
    }

    private static Answer file(String path) {
        return file(path, Map.of());
    }

    private static Answer file(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(TENANT.server().base().resolve(path).toString()));
        headers.forEach(request::header);
        return AdminApi.send("GET " + path, request.build());
    }

    /** Returns the ETag of the new theme, as it is read. */
    private static String made(String theme) {
        Answer created = TENANT.admin()
                .post(TENANT.path("/themes"), Map.of("name", theme))
                .expect(201);
        Answer read = TENANT.admin().get(TENANT.path("/themes/" + theme)).expect(200);
        assertThat(created.headers().firstValue("ETag"))
                .isEqualTo(read.headers().firstValue("ETag"));
        return read.headers().firstValue("ETag").orElseThrow();
    }

    private static void enabled(boolean enabled) {
        TENANT.server()
                .admin()
                .put("/" + TENANT.realm(), Map.of("enabled", enabled))
                .expect(204);
    }

    private static void theme(String name, String app) {
        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", name)).expect(201);
        TENANT.admin()
                .put(TENANT.path("/themes/" + name + "/applications/" + app), null)
                .expect(204);
    }

    private static Answer upload(String path, String type, byte[] file) {
        String whole = "/admin/realms" + TENANT.path(path);
        HttpRequest request = HttpRequest.newBuilder(URI.create(TENANT.server().base() + whole))
                .header("Authorization", "Bearer " + TENANT.admin().token())
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return AdminApi.send("PUT " + whole, request);
    }

    private static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    private static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    private static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
