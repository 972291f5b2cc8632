package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A document has the look and the words of a tenant, too. */
final class TenantDocumentBrandingTest {

    private static final String JSON_TYPE = "application/json";
    private static final String YAML = "application/yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REFUSED =
            """
            {"branding":{"accentColor":"red"}} | xt_branding_color_invalid | branding.accentColor
            {"branding":{"customCss":"a{}"}} | xt_unknown_field | branding.customCss
            {"branding":{"images":{"seal":"iVBORw0K"}}} | xt_unknown_field | branding.images.seal
            {"branding":{"images":{"favicon":"<svg/>"}}} | xt_invalid_value | branding.images.favicon
            {"branding":{"images":{"favicon":"PHN2Zy8+"}}} | xt_branding_image_type_refused | branding.images.favicon
            {"branding":{"localizations":{"de-DE":{"privacyText":"a"}}}} | xt_branding_language_invalid | branding.localizations.de-DE
            {"themes":[{"name":"summer"},{"name":"Default theme"}]} | xt_theme_name_reserved | themes[1].name
            {"themes":[{"name":"summer","texts":{"privacyUrl":"http://a.example"}}]} | xt_branding_url_invalid | themes[0].texts.privacyUrl
            {"themes":[{"name":"summer","images":{"squareLogo":"iVBORw0KGgoAAAAA"}}]} | xt_branding_image_invalid | themes[0].images.squareLogo
            {"applications":[{"clientId":"a","type":"web","theme":"winter"}]} | xt_theme_unknown | applications[0].theme
            {"texts":{"xx":{"SignIn_Title":"a"}}} | xt_language_unknown | texts.xx
            {"texts":{"de":{"SignIn_Title":"<b>"}}} | xt_language_text_invalid | texts.de.SignIn_Title
            {"userFlows":[{"name":"a","texts":{"de":{"Sign_Out":"a"}}}]} | xt_unknown_field | userFlows[0].texts.de.Sign_Out
            """;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("branded", MAIL);
    private final Tenant other = Tenant.named("elsewhere", MAIL);

    @BeforeEach
    void createTenants() {
        tenant.create();
        other.create();
    }

    @AfterEach
    void deleteTenants() {
        tenant.delete();
        other.delete();
    }

    /** JPEG loses with every writing; here it must not. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aTenantLooksTheSameElsewhere(String format) {
        branded(format);
        String document = read(tenant, YAML).body();

        apply(other, "", document, YAML).expect(200);

        assertThat(read(other, YAML).body()).isEqualTo(document);
        assertThat(shown(other, "/branding").toString())
                .isEqualTo(shown(tenant, "/branding").toString());
        assertThat(shown(other, "/themes/summer").toString())
                .isEqualTo(shown(tenant, "/themes/summer").toString());
        assertThat(other.admin().get(other.path("/themes/summer/applications")).json())
                .extracting(app -> app.path("clientId").asText())
                .containsExactly("shop");
        assertThat(apply(other, "", document, YAML).json()).isEmpty();
    }

    @Test
    void aDryRunTellsOfPicturesWithoutThem() {
        branded("png");
        ObjectNode wanted = (ObjectNode) read(tenant, JSON_TYPE).json();
        String picture = wanted.at("/branding/images/squareLogo").asText();
        ((ObjectNode) wanted.path("branding")).put("accentColor", "#003a8c").putObject("images");
        wanted.putArray("themes");
        ((ObjectNode) wanted.at("/applications/0")).remove("theme");
        ((ObjectNode) wanted.path("texts")).putObject("de").put("SignIn_Title", "Hallo");

        String foreseen = apply(tenant, "?dryRun=true", wanted.toString(), JSON_TYPE)
                .expect(200)
                .body();

        assertThat(foreseen)
                .contains("branding.accentColor", "branding.images.squareLogo", "themes[summer]")
                .contains("texts.de.SignIn_Title", "applications[shop].theme", "characters, SHA-256")
                .doesNotContain(picture);
        assertThat(shown(tenant, "/branding").path("accentColor").asText()).isEqualTo("#b0005a");
    }

    /** Somebody works on it. */
    @Test
    void aDocumentLeavesADraftAloneThatIsNotPublished() {
        put(Map.of("branding", Map.of("accentColor", "#b0005a"))).expect(200);
        tenant.admin().put(tenant.path("/branding"), Map.of("cornerRadius", 3)).expect(200);

        put(Map.of("branding", Map.of("accentColor", "#003a8c"))).expect(200);

        JsonNode brand = tenant.admin().get(tenant.path("/branding")).json();
        assertThat(brand.at("/published/accentColor").asText()).isEqualTo("#003a8c");
        assertThat(brand.at("/draft/cornerRadius").asInt()).isEqualTo(3);
    }

    @Test
    void picturesStayWhereADocumentDoesNotSpeakOfThem() {
        branded("png");
        JsonNode before = shown(tenant, "/branding").path("images");

        put(Map.of("branding", Map.of("accentColor", "#003a8c"))).expect(200);

        assertThat(shown(tenant, "/branding").path("images")).isEqualTo(before).isNotEmpty();
        put(Map.of("branding", Map.of("images", Map.of()))).expect(200);
        assertThat(shown(tenant, "/branding").path("images")).isEmpty();
    }

    @Test
    void fiveThemesGiveWayToFiveOthers() {
        put(Map.of("themes", themes("a", "b", "c", "d", "e"))).expect(200);

        put(Map.of("themes", themes("f", "g", "h", "i", "j"))).expect(200);

        assertThat(read(tenant, JSON_TYPE).json().path("themes"))
                .extracting(theme -> theme.path("name").asText())
                .containsExactly("f", "g", "h", "i", "j");
        assertThat(put(Map.of("themes", themes("f", "g", "h", "i", "j", "k"))).error())
                .isEqualTo("xt_theme_limit_reached");
    }

    /** One after the other, for none of them changes anything. */
    @Test
    void whatIsWrongIsRefusedWithItsPath() {
        String before = read(tenant, JSON_TYPE).body();

        REFUSED.lines().map(row -> row.split(" \\| ", -1)).forEach(row -> {
            Answer refused = apply(tenant, "", row[0], JSON_TYPE);

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.error() + " " + refused.field()).as(row[0]).isEqualTo(row[1] + " " + row[2]);
        });

        assertThat(read(tenant, JSON_TYPE).body()).isEqualTo(before);
    }

    private void branded(String format) {
        put(Map.of(
                        "branding",
                        Map.of(
                                "accentColor",
                                "#b0005a",
                                "layout",
                                "partial",
                                "texts",
                                Map.of("privacyText", "Privacy", "privacyUrl", "https://contoso.example/privacy"),
                                "localizations",
                                Map.of("de", Map.of("privacyText", "Datenschutz"))),
                        "themes",
                        List.of(Map.of("name", "summer", "cornerRadius", 3)),
                        "texts",
                        Map.of("de", Map.of("SignIn_Title", "Willkommen zurück")),
                        "userFlows",
                        List.of(Map.of(
                                "name", "members", "texts", Map.of("en", Map.of("SignUp_Title", "Become a member")))),
                        "applications",
                        List.of(Map.of("clientId", "shop", "type", "spa", "userFlow", "members", "theme", "summer"))))
                .expect(200);
        for (String brand : List.of("/branding", "/themes/summer")) {
            tenant.admin()
                    .put(
                            tenant.path(brand + "/images/squareLogo"),
                            Map.of("content", Pictures.inBase64(format, 120, 80)))
                    .expect(200);
            tenant.admin().post(tenant.path(brand + "/publish"), null).expect(200);
        }
    }

    private static List<Map<String, String>> themes(String... names) {
        return Stream.of(names).map(name -> Map.of("name", name)).toList();
    }

    private static JsonNode shown(Tenant of, String brand) {
        return of.admin().get(of.path(brand)).expect(200).json().path("published");
    }

    private Answer put(Map<String, Object> document) {
        return apply(tenant, "", JSON.valueToTree(document).toString(), JSON_TYPE);
    }

    private static Answer read(Tenant of, String type) {
        return of.admin()
                .call("GET", of.path("/document"), null, Map.of("Accept", type))
                .expect(200);
    }

    private static Answer apply(Tenant to, String query, String document, String type) {
        return to.admin().call("PUT", to.path("/document" + query), document, Map.of("Content-Type", type));
    }
}
