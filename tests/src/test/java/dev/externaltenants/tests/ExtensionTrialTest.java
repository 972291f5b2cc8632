package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Hang;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.OldPasswords;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator tries an extension, and sees what sign-in would make of it. */
@Tag("any-database")
final class ExtensionTrialTest {

    private static final Map<String, String> TOKEN_ISSUANCE = Map.of("event", "onTokenIssuanceStart");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private Tenant tenant;
    private ClaimsApi api;
    private String extension;

    @BeforeEach
    void tenantWithAnExtension() {
        tenant = Tenant.named("trial", MAIL).create();
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold")));
        extension = tenant.extension("loyalty", api, "FAIL", "tier");
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void showsTheCallTheAnswerAndTheActionThatWasUnderstood() throws Exception {
        Answer answer = trial(TOKEN_ISSUANCE).expect(200);

        JsonNode report = answer.json();
        assertThat(report.at("/verdict/outcome").asText()).isEqualTo("ANSWERED");
        assertThat(report.at("/verdict/action").asText()).isEqualTo("provideClaimsForToken");
        assertThat(report.path("tries")).hasSize(1);
        assertThat(report.at("/tries/0/response/status").asInt()).isEqualTo(200);
        assertThat(report.at("/tries/0/response/headers/content-type").asText()).startsWith("application/json");
        assertThat(report.at("/tries/0/response/body").asText()).contains("\"tier\":\"gold\"");
        assertThat(report.at("/request/url").asText()).isEqualTo(api.url().toString());
        // The API of the tests answers only a token that is good.
        assertThat(api.calls()).containsExactly(json(report.at("/request/body").asText()));
        assertThat(report.path("correlationId").asText())
                .isEqualTo(api.calls()
                        .get(0)
                        .at("/data/authenticationContext/correlationId")
                        .asText());
    }

    @Test
    void neverShowsTheTokenOfTheCall() {
        assertThat(trial(TOKEN_ISSUANCE).expect(200).body()).doesNotContain("eyJ");
    }

    @Test
    void tellsOfTheAppAndTheCustomerThatAreNamed() {
        tenant.app("shop", null);
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        String customer = tenant.customer(email).path("id").asText();

        trial(Map.of("event", "onTokenIssuanceStart", "appId", "shop", "userId", customer))
                .expect(200);

        JsonNode context = api.calls().get(0).at("/data/authenticationContext");
        assertThat(context.at("/clientServicePrincipal/appId").asText()).isEqualTo("shop");
        assertThat(context.at("/user/mail").asText()).isEqualTo(email);
    }

    @Test
    void saysWhatIsWrongWithAnAnswerByEntrasNumber() {
        api.answerWith(new Other(500, "text/plain", "out of order"));

        JsonNode report = trial(TOKEN_ISSUANCE).expect(200).json();

        assertThat(report.at("/verdict/outcome").asText()).isEqualTo("FAILED");
        assertThat(report.at("/verdict/code").asInt()).isEqualTo(1003002);
        assertThat(report.at("/verdict/name").asText()).isEqualTo("CustomExtensionInvalidHTTPStatus");
        assertThat(report.at("/tries/0/response/body").asText()).isEqualTo("out of order");
    }

    @Test
    void saysThatAnActionIsNoneOfTheEvent() {
        JsonNode report = trial(Map.of("event", "onOtpSend")).expect(200).json();

        assertThat(report.at("/verdict/code").asInt()).isEqualTo(1003003);
        assertThat(report.at("/verdict/at").asText()).isEqualTo("data.@odata.type");
        assertThat(json(report.at("/request/body").asText())
                        .at("/data/otpContext/oneTimeCode")
                        .asText())
                .isEqualTo("00000000");
    }

    @Test
    void triesPasswordSubmitWithASamplePassword() {
        try (OldPasswords old = new OldPasswords()) {
            extension = tenant.admin()
                    .post(
                            tenant.path("/custom-extensions"),
                            Map.of(
                                    "name",
                                    "old-passwords",
                                    "targetUrl",
                                    old.url().toString(),
                                    "resourceId",
                                    "api://old-passwords",
                                    "encryptionKey",
                                    old.encryptionKey()))
                    .createdId();

            JsonNode report =
                    trial(Map.of("event", "onPasswordSubmit")).expect(200).json();

            assertThat(report.at("/verdict/action").asText()).isEqualTo("Retry");
            String email = Customers.anyone();
            tenant.existingCustomer(email, Journey.PASSWORD);
            old.knows(email, "sample-password");
            assertThat(trial(Map.of(
                                    "event",
                                    "onPasswordSubmit",
                                    "userId",
                                    tenant.customer(email).path("id").asText()))
                            .json()
                            .at("/verdict/action")
                            .asText())
                    .as("of the customer who is named")
                    .isEqualTo("MigratePassword");
            assertThat(json(old.bodies().get(0))
                            .at("/data/authenticationContext")
                            .has("resourceServicePrincipal"))
                    .isFalse();
        }
    }

    @Test
    void triesAttributeEventsWithAllThatTheAppsUserFlowCollects() throws Exception {
        tenant.attribute("children", "INT");
        tenant.attribute("newsletter", "BOOLEAN");
        tenant.app(
                "shop",
                tenant.userFlow(FlowSpec.named("customers")
                        .asks("givenName")
                        .asks("children", "NUMERIC", true)
                        .asksOneOf("city", "SELECT", "Oslo", "Bergen")
                        .asksConsent("newsletter", "News")));

        trial(Map.of("event", "onAttributeCollectionStart", "appId", "shop")).expect(200);
        trial(Map.of("event", "onAttributeCollectionSubmit", "appId", "shop")).expect(200);

        JsonNode started = api.calls().get(0).at("/data/userSignUpInfo/attributes");
        JsonNode submitted = api.calls().get(1).at("/data/userSignUpInfo/attributes");
        assertThat(values(started)).containsExactly("givenName=", "children=", "city=", "newsletter=false");
        assertThat(values(submitted)).containsExactly("givenName=Sample", "children=1", "city=Oslo", "newsletter=true");
        assertThat(api.calls()
                        .get(1)
                        .at("/data/userSignUpInfo/identities/0/issuer")
                        .asText())
                .endsWith("/realms/" + tenant.realm());
    }

    /** By their names in the catalogue. */
    private static List<String> values(JsonNode attributes) {
        return attributes.properties().stream()
                .map(attribute -> attribute.getKey().replaceAll("extension_[0-9a-f]{32}_", "") + "="
                        + attribute.getValue().path("value").asText())
                .toList();
    }

    @Test
    void leavesAnApiThatHangsAtItsDeadline() {
        api.answerWith(new Hang(Duration.ofSeconds(20)));

        JsonNode report = trial(TOKEN_ISSUANCE).expect(200).json();

        assertThat(report.at("/verdict/code").asInt()).isEqualTo(1003005);
        assertThat(report.at("/tries/0").has("response")).isFalse();
        assertThat(report.path("durationInMilliseconds").asInt()).isBetween(1000, 4000);
    }

    /** The server of the tests lets extensions reach 127.0.0.1 and nothing else that is internal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.2/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://localhost/"
            })
    void anInternalAddressCannotBeTried(String url) {
        Answer refused =
                tenant.admin().post(tenant.path("/custom-extensions"), Map.of("name", "inside", "targetUrl", url));

        assertThat(refused.error()).isEqualTo("xt_extension_url_not_allowed");
    }

    @Test
    void failuresOfTrialsDoNotKeepSignInsFromAsking() {
        api.answerWith(Other.status(503));
        IntStream.range(0, 6).forEach(i -> trial(TOKEN_ISSUANCE).expect(200));
        api.answerWith(new Claims(Map.of("tier", "gold")));
        RelyingParty shop =
                tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").claimsFrom(extension)));
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);

        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();

        assertThat(journey.signIn().redeem(returned).id().getClaims()).containsEntry("tier", "gold");
    }

    @Test
    void thereAreTenAMinuteInATenant() {
        List<Answer> answers = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> trial(TOKEN_ISSUANCE))
                .toList();

        assertThat(answers.subList(0, 10)).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.get(10).status()).isEqualTo(429);
        assertThat(answers.get(10).error()).isEqualTo("xt_extension_tests_too_many");
        assertThat(api.calls()).hasSize(10);
    }

    @Test
    void whoOnlyReadsTriesNothing() {
        AdminApi reader = administrator("xt-security-reader");

        Answer refused = reader.post(trialPath(), TOKEN_ISSUANCE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void whoMayNotSeeCustomersTriesWithNone() {
        AdminApi extensionsOnly = administrator("xt-extension-administrator");
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        String customer = tenant.customer(email).path("id").asText();

        Answer refused = extensionsOnly.post(trialPath(), Map.of("event", "onTokenIssuanceStart", "userId", customer));
        Answer refusedOfNobody =
                extensionsOnly.post(trialPath(), Map.of("event", "onTokenIssuanceStart", "userId", "nobody"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refusedOfNobody.status()).isEqualTo(403);
        assertThat(api.calls()).isEmpty();
        extensionsOnly.post(trialPath(), TOKEN_ISSUANCE).expect(200);
    }

    @Test
    void badTrialsAreRefusedBeforeAnythingIsCalled() {
        refused(Map.of(), "xt_extension_test_event_missing", "event");
        refused(Map.of("event", "onPasswordSubmit"), "xt_extension_key_missing", "event");
        refused(Map.of("event", "onOtpSend", "appId", "nowhere"), "xt_extension_test_application_unknown", "appId");
        refused(Map.of("event", "onOtpSend", "userId", "nobody"), "xt_extension_test_user_unknown", "userId");
        refused(Map.of("event", "onOtpSend", "url", "https://a.example"), "xt_unknown_field", "url");

        assertThat(api.calls()).isEmpty();
    }

    @Test
    void theAdminEventTellsThatItWasTriedAndNotWhat() {
        tenant.admin()
                .put("/" + tenant.realm(), Map.of("adminEventsDetailsEnabled", true))
                .expect(204);

        trial(TOKEN_ISSUANCE).expect(200);

        JsonNode event = tenant.admin()
                .get("/" + tenant.realm() + "/admin-events?operationTypes=ACTION")
                .expect(200)
                .json()
                .path(0);
        assertThat(event.path("resourcePath").asText())
                .isEqualTo("external-tenant/custom-extensions/" + extension + "/test");
        assertThat(event.path("resourceType").asText()).isEqualTo("XT_CUSTOM_EXTENSION");
        assertThat(event.has("representation")).isFalse();
    }

    private void refused(Map<String, String> trial, String code, String field) {
        Answer refused = trial(trial);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }

    private AdminApi administrator(String role) {
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(tenant, email, role);
        return tenant.admin().withToken(AdminDoorsTest.tokenOf(tenant.app("console", null), email, MAIL));
    }

    private Answer trial(Map<String, String> trial) {
        return tenant.admin().post(trialPath(), trial);
    }

    private String trialPath() {
        return tenant.path("/custom-extensions/" + extension + "/test");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
