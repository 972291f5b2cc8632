package dev.externaltenants.tests;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.samples.claims.Answer.Hang;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An API of the tenant has a say in a sign-up: before its page is shown, and once the customer's answers are good. */
@Tag("any-database")
final class AttributeExtensionTest {

    private static final String START = "onAttributeCollectionStart";
    private static final String SUBMIT = "onAttributeCollectionSubmit";
    private static final String CONTINUE = "{'@odata.type':'#.continueWithDefaultBehavior'}";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("attribute-extensions", MAIL);

    @RegisterExtension
    static final ForeignProvider ACME = ForeignProvider.named("acme-attributes");

    private static ClaimsApi api;

    private final String email = Customers.anyone();
    private int before;

    @BeforeAll
    static void apps() {
        TENANT.attribute("birthYear", "INT");
        TENANT.attribute("newsletter", "BOOLEAN");
        TENANT.attribute("tier", "STRING");
        ACME.oidcProviderOf(TENANT, "acme");
        api = TENANT.claimsApi();
        String strict = TENANT.extension("strict", api, "FAIL");
        String lenient = TENANT.extension("lenient", api, "CONTINUE");
        app(flow("at-start").lists("acme").asking(START, strict));
        app(flow("at-submit").asking(SUBMIT, strict));
        app(flow("at-both").asking(START, strict).asking(SUBMIT, strict));
        app(flow("if-possible").asking(START, lenient));
    }

    @AfterAll
    static void stopApi() {
        api.close();
    }

    @BeforeEach
    void countCalls() {
        before = api.calls().size();
    }

    @Test
    void theApiIsToldWhatTheFlowCollectsAndWhoItIs() {
        Journey journey = journey("at-start");
        answer(START, CONTINUE);

        page(journey);

        assertThat(calls()).hasSize(1);
        JsonNode call = calls().get(0);
        assertThat(call.path("type").asText())
                .isEqualTo("microsoft.graph.authenticationEvent.attributeCollectionStart");
        JsonNode data = call.path("data");
        assertThat(data.path("@odata.type").asText())
                .isEqualTo("microsoft.graph.onAttributeCollectionStartCalloutData");
        assertThat(data.at("/authenticationContext/clientServicePrincipal/appId")
                        .asText())
                .isEqualTo("at-start");
        assertThat(data.at("/authenticationContext/client/ip").asText()).isEqualTo("127.0.0.1");
        assertThat(data.at("/authenticationContext/client/locale").asText()).isEqualTo("en");
        assertThat(data.at("/authenticationContext").has("user")).isFalse();
        assertThat(data.at("/userSignUpInfo/identities"))
                .containsExactly(json("{'signInType':'email','issuer':'" + TENANT.issuer() + "','issuerAssignedId':'"
                        + email + "'}"));
        JsonNode attributes = data.at("/userSignUpInfo/attributes");
        assertThat(attributes.path("city"))
                .isEqualTo(json("{'@odata.type':'microsoft.graph.stringDirectoryAttributeValue','value':'',"
                        + "'attributeType':'builtIn'}"));
        assertThat(attributes.path(wireName(attributes, "newsletter")))
                .isEqualTo(json("{'@odata.type':'microsoft.graph.booleanDirectoryAttributeValue','value':false,"
                        + "'attributeType':'directorySchemaExtension'}"));
        assertThat(wireName(attributes, "tier")).matches("extension_[0-9a-f]{32}_tier");
    }

    @Test
    void theStartIsAskedOncePerPageAndTheSubmitOncePerGoodAnswer() {
        Journey journey = journey("at-both");
        answer(START, CONTINUE);
        FormPage page = page(journey);

        FormPage refused = submit(journey, page, Map.of("attr.city", ""));
        assertThat(refused.asks("attr.city")).isTrue();
        assertThat(types()).containsExactly("attributeCollectionStart");

        answer(SUBMIT, CONTINUE);
        submit(journey, refused, Map.of("attr.city", "Oslo")).returned();
        assertThat(types()).containsExactly("attributeCollectionStart", "attributeCollectionSubmit");

        journey.browser().open(refused.action());
        journey.browser().post(refused.action(), Map.of("attr.city", "Bergen"));
        assertThat(types()).containsExactly("attributeCollectionStart", "attributeCollectionSubmit");
        assertThat(stored("locality")).isEqualTo("Oslo");
    }

    @Test
    void thePasswordIsNotInTheCall() {
        Journey journey = journey("at-submit");
        answer(SUBMIT, CONTINUE);

        submit(journey, page(journey), Map.of("attr.city", "Oslo", "attr.birthYear", "1990", "attr.newsletter", "on"))
                .returned();

        JsonNode call = calls().get(0);
        assertThat(call.toString()).doesNotContain(Journey.PASSWORD).doesNotContainIgnoringCase("password");
        JsonNode attributes = call.at("/data/userSignUpInfo/attributes");
        assertThat(attributes.at("/city/value").asText()).isEqualTo("Oslo");
        assertThat(attributes.path(wireName(attributes, "birthYear")).path("value"))
                .isEqualTo(json("1990"));
        assertThat(attributes.path(wireName(attributes, "newsletter")).path("value"))
                .isEqualTo(json("true"));
    }

    @Test
    void theApiFillsInThePage() {
        Journey journey = journey("at-start");
        answer(
                START,
                "{'@odata.type':'#.setPrefillValues','inputs':{'city':'Oslo','birthYear':1990,'tier':'gold',"
                        + "'newsletter':true,'unknown':'x'}}");

        FormPage page = page(journey);

        assertThat(page.document().select("[name=attr.city]").val()).isEqualTo("Oslo");
        assertThat(page.document().select("[name=attr.birthYear]").val()).isEqualTo("1990");
        assertThat(page.document().select("[name=attr.newsletter]").hasAttr("checked"))
                .isTrue();
        submit(journey, page, Map.of("attr.city", "Bergen", "attr.tier", "platinum"))
                .returned();
        assertThat(stored("locality")).isEqualTo("Bergen");
        assertThat(stored("tier")).isEqualTo("gold");
    }

    @Test
    void theApiChangesWhatIsStored() {
        Journey journey = journey("at-submit");
        FormPage page = page(journey);
        answer(
                SUBMIT,
                "{'@odata.type':'#.modifyAttributeValues','attributes':{'city':'Bergen','tier':'silver',"
                        + "'birthYear':null}}");

        submit(journey, page, Map.of("attr.city", "Oslo", "attr.birthYear", "1990"))
                .returned();

        assertThat(stored("locality")).isEqualTo("Bergen");
        assertThat(stored("tier")).isEqualTo("silver");
        assertThat(stored("birthYear")).isEmpty();
    }

    @Test
    void whatTheApiSaysIsInertText() {
        Journey journey = journey("at-start");
        answer(
                START,
                "{'@odata.type':'#.showBlockPage','title':'<b>No</b> ${7*7}','message':"
                        + "'<script>alert(1)</script><img src=x onerror=alert(2)> {0}'}");

        FormPage blocked = page(journey);

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.text())
                .contains("<b>No</b> ${7*7}", "<script>alert(1)</script><img src=x onerror=alert(2)> {0}");
        assertThat(blocked.document().select("h1 b, p script, p img")).isEmpty();
    }

    @Test
    void theTextsOfFieldsAreInert() {
        Journey journey = journey("at-submit");
        FormPage page = page(journey);
        answer(
                SUBMIT,
                "{'@odata.type':'#.showValidationError','message':'Look <i>again</i>','attributeErrors':"
                        + "{'city':'<img src=x onerror=alert(1)>${1+1}','unknown':'x'}}");

        FormPage refused = submit(journey, page, Map.of("attr.city", "Oslo"));

        assertThat(refused.message()).contains("Look <i>again</i>");
        assertThat(refused.errorOf("attr.city")).isEqualTo("<img src=x onerror=alert(1)>${1+1}");
        assertThat(refused.document().select("img[onerror]")).isEmpty();
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void aFailureStopsTheSignUpWithOurOwnPageAndCreatesNothing() {
        Journey journey = journey("at-submit");
        FormPage page = page(journey);
        api.answerWith(Other.status(500));

        FormPage failed = submit(journey, page, Map.of("attr.city", "Oslo"));

        assertThat(failed.status()).isEqualTo(403);
        assertThat(failed.text()).contains("We cannot create your account at the moment. Please try again later.");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
        JsonNode event = lastError();
        assertThat(event.path("error").asText()).isEqualTo("xt_callout_failed");
        assertThat(event.at("/details/xt_callout_error").asText()).isEqualTo("1003002");
        assertThat(event.at("/details/xt_extension").asText()).isEqualTo("strict");
        assertThat(event.at("/details/xt_user_flow").asText()).isEqualTo("at-submit");

        // The way back is the browser's; the page comes anew then.
        answer(SUBMIT, CONTINUE);
        FormPage again = submit(journey, page, Map.of("attr.city", "Oslo")).asking("attr.city");
        submit(journey, again, Map.of("attr.city", "Oslo")).returned();
    }

    @Test
    void aWrongTypeIsAFailure() {
        Journey journey = journey("at-start");
        answer(START, "{'@odata.type':'#.setPrefillValues','inputs':{'birthYear':'1990'}}");

        assertThat(page(journey).status()).isEqualTo(403);

        assertThat(lastError().at("/details/xt_callout_error").asText()).isEqualTo("1003003");
        assertThat(lastError().at("/details/xt_user_flow").asText()).isEqualTo("at-start");
    }

    @Test
    void aFailureThatMayBeIsAsIfNobodyWereAsked() {
        Journey journey = journey("if-possible");
        api.answerWith(new Hang(Duration.ofSeconds(20)));

        submit(journey, page(journey), Map.of("attr.city", "Oslo")).returned();

        assertThat(stored("locality")).isEqualTo("Oslo");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aCustomerOfAnIdentityProviderIsToldByAddressAndIdentity() {
        ACME.user(email, email, true, Map.of());
        answer(START, CONTINUE);

        FederatedJourney.at(RelyingParty.of(TENANT, "at-start"), MAIL)
                .comeBack("acme", email)
                .asking("attr.city");

        assertThat(calls().get(0).at("/data/userSignUpInfo/identities"))
                .hasSize(2)
                .contains(json(
                        "{'signInType':'federated','issuer':'acme','issuerAssignedId':'" + ACME.idOf(email) + "'}"));
    }

    @Test
    void noDatabaseConnectionIsHeldWhileTheApiIsWaitedFor() {
        Journey journey = journey("if-possible");
        FormPage codePage = journey.codePage(email);
        String code = MAIL.codeFor(email);
        api.answerWith(new Hang(Duration.ofSeconds(20)));

        List<Double> connections = AtOnce.all(List.of(this::connectionsDuringTheCall, () ->
                (double) journey.typeCode(codePage, code).status()));

        assertThat(connections.get(0)).isZero();
    }

    /** The least of some looks, for the server has work of its own. */
    private double connectionsDuringTheCall() {
        Waits.until("the call", Duration.ofSeconds(20), () -> !calls().isEmpty());
        return IntStream.range(0, 5)
                .mapToDouble(look -> Scrape.of(TENANT.server()).value("agroal_active_count", "datasource", "default"))
                .min()
                .orElseThrow();
    }

    private static FlowSpec flow(String name) {
        return FlowSpec.named(name)
                .asks("city")
                .asksOptionally("birthYear", "NUMERIC")
                .asksOptionally("newsletter", "CHECKBOX")
                .asks("tier", Map.of("hidden", true));
    }

    private static void app(FlowSpec flow) {
        TENANT.app(flow.name(), TENANT.userFlow(flow));
    }

    private static Journey journey(String app) {
        return Journey.at(RelyingParty.of(TENANT, app), MAIL);
    }

    private FormPage page(Journey journey) {
        return journey.typeCode(journey.codePage(email), MAIL.codeFor(email));
    }

    private static FormPage submit(Journey journey, FormPage page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("password", Journey.PASSWORD);
        all.put("password-confirm", Journey.PASSWORD);
        return journey.browser().submit(page, all);
    }

    private static void answer(String event, String action) {
        api.answerWith(new Other(200, "application/json", answered(event, action)));
    }

    private static String answered(String event, String action) {
        String actions = Character.toLowerCase(event.charAt(2)) + event.substring(3);
        return ("{'data':{'@odata.type':'microsoft.graph." + event + "ResponseData','actions':["
                        + action.replace("#.", "microsoft.graph." + actions + ".") + "]}}")
                .replace('\'', '"');
    }

    private List<String> types() {
        return calls().stream()
                .map(call -> call.path("type").asText())
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    private List<JsonNode> calls() {
        List<JsonNode> all = api.calls();
        return all.subList(before, all.size());
    }

    private static String wireName(JsonNode attributes, String name) {
        return attributes
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(wireName -> wireName.endsWith("_" + name))
                .findFirst()
                .orElseThrow();
    }

    private String stored(String attribute) {
        return TENANT.customer(email).at("/attributes/" + attribute + "/0").asText();
    }

    private static JsonNode lastError() {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=REGISTER_ERROR&max=1")
                .expect(200)
                .json()
                .path(0);
    }

    private static JsonNode json(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
