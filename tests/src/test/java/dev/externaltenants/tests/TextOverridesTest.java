package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator's own texts by language: of the tenant and of one user flow, under the names of Entra's files. */
@Tag("any-database")
final class TextOverridesTest {

    private static final String ENGLISH = "/languages/en";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("texts", MAIL);

    private static String flow;
    private static RelyingParty shop;
    private static RelyingParty club;

    @BeforeAll
    static void apps() {
        TENANT.attribute("loyaltyNumber", "STRING");
        // Which customers never see, so it is not among what is downloaded.
        TENANT.attribute("toBeMigrated", "BOOLEAN");
        flow = TENANT.userFlow(FlowSpec.named("default").asks("city").asks("loyaltyNumber"));
        shop = TENANT.app("shop", flow);
        club = TENANT.app("club", TENANT.userFlow(FlowSpec.named("another")));
    }

    @BeforeEach
    void defaults() {
        TENANT.admin().delete(TENANT.path(ENGLISH)).expect(204);
        TENANT.admin().delete(TENANT.path(ofFlow(ENGLISH))).expect(204);
        TENANT.admin().delete(TENANT.path("/languages/de")).expect(204);
    }

    @Test
    void theNextPageHasTheTenantsTextInItsLanguageOnly() {
        put("/languages/de", Map.of("SignIn_Title", "Willkommen in Peter's Laden"));

        assertThat(heading(signInPage(shop, "de"))).isEqualTo("Willkommen in Peter's Laden");
        assertThat(heading(signInPage(shop, "en"))).isEqualTo("Sign in");
    }

    @Test
    void aFlowsTextCountsMoreThanTheTenantsAndTheRealms() {
        TENANT.admin()
                .post("/" + TENANT.realm() + "/localization/en", Map.of("xtIdentifyTitle", "Realm"))
                .expect(204);
        try {
            assertThat(heading(signInPage(club, "en"))).isEqualTo("Realm");

            put(ENGLISH, Map.of("SignIn_Title", "Tenant"));
            put(ofFlow(ENGLISH), Map.of("SignIn_Title", "Flow"));

            assertThat(heading(signInPage(shop, "en"))).isEqualTo("Flow");
            assertThat(heading(signInPage(club, "en"))).isEqualTo("Tenant");
        } finally {
            TENANT.admin().delete("/" + TENANT.realm() + "/localization/en").expect(204);
        }
    }

    @Test
    void everyTextIsShown() {
        put(
                ENGLISH,
                Map.ofEntries(
                        Map.entry("SignUp_Title", "T-up"),
                        Map.entry("SignUp_Description", "D-up"),
                        Map.entry("SignIn_Description", "D-in"),
                        Map.entry("AttributeCollection_Description", "D-collect"),
                        Map.entry("Attribute_Email", "L-email"),
                        Map.entry("SisuOtc_Title", "T-code"),
                        Map.entry("AttributeCollection_Title", "T-collect"),
                        Map.entry("Attribute_Password", "L-password"),
                        Map.entry("Attribute_Generic_ConfirmationLabel", "Again: {0}"),
                        Map.entry("Attribute_City", "L-city"),
                        Map.entry("Attribute_Password_MismatchErrorString", "E-mismatch"),
                        Map.entry(wireKey(), "L-loyalty")));
        Journey journey = Journey.at(shop, MAIL);
        String address = Customers.anyone();

        FormPage signIn = journey.signInPage();
        FormPage email = journey.browser().open(signIn.signUpLink());
        FormPage code = journey.browser().submit(email, Map.of("email", address));
        FormPage collect = journey.typeCode(code, MAIL.codeFor(address));
        FormPage wrong = journey.browser()
                .submit(
                        collect,
                        Map.of(
                                "password", Journey.PASSWORD,
                                "password-confirm", "another",
                                "attr.city", "Bonn",
                                "attr.loyaltyNumber", "1"));

        assertThat(signIn.text()).contains("D-in");
        assertThat(collect.text()).contains("D-collect");
        assertThat(email.text()).contains("T-up", "D-up", "L-email");
        assertThat(heading(code)).isEqualTo("T-code");
        assertThat(heading(collect)).isEqualTo("T-collect");
        assertThat(collect.document().select("label").eachText())
                .contains("L-password", "Again: L-password", "L-city", "L-loyalty");
        assertThat(wrong.text()).contains("E-mismatch");
    }

    @Test
    void whatIsDownloadedCanBeUploaded() {
        Answer defaults = TENANT.admin().get(TENANT.path(ENGLISH + "/defaults")).expect(200);

        assertThat(defaults.json().path("SignIn_Title").asText()).isEqualTo("Sign in");
        assertThat(defaults.json().path("Attribute_GivenName").asText()).isEqualTo("First name");
        assertThat(defaults.json().path(wireKey()).asText()).isEqualTo("loyaltyNumber");
        assertThat(defaults.json().size()).isEqualTo(19);
        TENANT.admin().put(TENANT.path(ENGLISH), defaults.body()).expect(200);
        assertThat(heading(signInPage(shop, "en"))).isEqualTo("Sign in");
    }

    /** German calls none of them as English does. */
    @Test
    void noDefaultOfALanguageIsEnglish() {
        JsonNode english = defaultsOf("en");
        JsonNode german = defaultsOf("de");

        english.fieldNames().forEachRemaining(key -> {
            if (!key.equals(wireKey())) {
                assertThat(german.path(key).asText())
                        .as(key)
                        .isNotBlank()
                        .isNotEqualTo(english.path(key).asText());
            }
        });
    }

    private static JsonNode defaultsOf(String tag) {
        return TENANT.admin()
                .get(TENANT.path("/languages/" + tag + "/defaults"))
                .expect(200)
                .json();
    }

    @Test
    void removingThemBringsTheDefaultsBack() {
        put(ENGLISH, Map.of("SignIn_Title", "Tenant"));
        assertThat(configured("en")).isTrue();

        TENANT.admin().delete(TENANT.path(ENGLISH)).expect(204);

        assertThat(configured("en")).isFalse();
        assertThat(heading(signInPage(shop, "en"))).isEqualTo("Sign in");
    }

    @Test
    void aFlowTakesItsTextsAlong() {
        String id = TENANT.userFlow(FlowSpec.named("short-lived"));
        put(ENGLISH + "?userFlow=" + id, Map.of("SignIn_Title", "Gone"));
        assertThat(exported()).contains("Gone");

        TENANT.admin().delete(TENANT.path("/user-flows/" + id)).expect(204);

        assertThat(exported()).doesNotContain("Gone");
    }

    /** A slip in a script would overwrite what all user flows say. */
    @ParameterizedTest
    @CsvSource({
        "?userFlow=, 404, xt_flow_not_found",
        "?userFlow, 404, xt_flow_not_found",
        "?userFlow=nosuch, 404, xt_flow_not_found",
        "?user_flow=x, 400, xt_unknown_parameter",
        "?userflow=x, 400, xt_unknown_parameter",
    })
    void noTextIsTheTenantsByMistake(String query, int status, String code) {
        put(ENGLISH, Map.of("SignIn_Title", "Tenant"));

        for (Answer answer : List.of(
                TENANT.admin().get(TENANT.path(ENGLISH + query)),
                TENANT.admin().put(TENANT.path(ENGLISH + query), Map.of("SignIn_Title", "Slip")),
                TENANT.admin().delete(TENANT.path(ENGLISH + query)),
                TENANT.admin().get(TENANT.path(ENGLISH + "/defaults" + query)),
                TENANT.admin().get(TENANT.path("/languages" + query)))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.error()).isEqualTo(code);
        }
        assertThat(heading(signInPage(shop, "en"))).isEqualTo("Tenant");
    }

    @Test
    void whoReadAnOlderStateIsRefused() {
        String tag = TENANT.admin()
                .get(TENANT.path(ENGLISH))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        put(ENGLISH, Map.of("SignIn_Title", "Meanwhile"));

        Answer late = TENANT.admin()
                .callAt(
                        "PUT",
                        "/admin/realms" + TENANT.path(ENGLISH),
                        Map.of("SignIn_Title", "Late"),
                        Map.of("If-Match", tag));

        assertThat(late.status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<b>bold</b>",
                "${7*7}",
                "${client.clientId}",
                "{0}",
                "{0,choice,0#x}",
                "{",
                "two\nlines",
                "turned \u202e round",
                "isolated \u2066 text",
                "bell \u0007",
                " ",
            })
    void whatIsHostileIsRefusedWithItsField(String text) {
        Answer refused = TENANT.admin().put(TENANT.path(ENGLISH), Map.of("SignIn_Title", text));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_language_text_invalid");
        assertThat(refused.field()).isEqualTo("SignIn_Title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\" onmouseover=\"alert(1)",
                "'; alert(1); '",
                "javascript:alert(1)",
                "[x](javascript:alert(1))",
                "#" + "if true",
            })
    void whatLooksLikeCodeIsText(String text) {
        put(ENGLISH, Map.of("SignIn_Title", text));

        FormPage page = signInPage(shop, "en");

        assertThat(heading(page)).isEqualTo(text);
        assertThat(page.document().select("script:containsData(alert), [onmouseover], a[href^=javascript]"))
                .isEmpty();
    }

    @Test
    void everyChangeLeavesAnAdminEvent() {
        put(ENGLISH, Map.of("SignIn_Title", "Audited"));

        JsonNode events = TENANT.admin()
                .get("/" + TENANT.realm() + "/admin-events?resourcePath=external-tenant/languages/en&max=1")
                .expect(200)
                .json();

        assertThat(events.path(0).path("resourceType").asText()).isEqualTo("XT_LANGUAGE");
        assertThat(events.path(0).path("operationType").asText()).isEqualTo("UPDATE");
        assertThat(events.path(0).path("resourcePath").asText()).endsWith("external-tenant/languages/en");
    }

    private static String exported() {
        return TENANT.admin()
                .post("/" + TENANT.realm() + "/partial-export", null)
                .expect(200)
                .body();
    }

    private static void put(String path, Map<String, String> texts) {
        TENANT.admin().put(TENANT.path(path), texts).expect(200);
    }

    private static String ofFlow(String path) {
        return path + "?userFlow=" + flow;
    }

    /** Returns the name of the custom attribute's label: as callouts call the attribute. */
    private static String wireKey() {
        return "Attribute_"
                + TENANT.admin()
                        .get(TENANT.path("/attributes/loyaltyNumber"))
                        .json()
                        .path("wireName")
                        .asText();
    }

    private static boolean configured(String tag) {
        for (JsonNode language : TENANT.admin().get(TENANT.path("/languages")).json()) {
            if (language.path("language").asText().equals(tag)) {
                return language.path("configured").asBoolean();
            }
        }
        throw new AssertionError("No language " + tag);
    }

    private static FormPage signInPage(RelyingParty app, String language) {
        return new FormBrowser(Map.of("Accept-Language", language))
                .open(app.signIn().uri());
    }

    private static String heading(FormPage page) {
        return page.document().select("h1").text();
    }
}
