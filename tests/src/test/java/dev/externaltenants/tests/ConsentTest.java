package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Each consent has a receipt, and no app gets a customer who did not consent to what its user flow requires now. */
final class ConsentTest {

    private static final String PROVIDER = "fabrikam";
    private static final Map<String, String> TICKED = Map.of("attr.terms", "true");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("consent", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static String shopFlow;
    private static String codesFlow;
    private static RelyingParty shop;
    private static RelyingParty codes;

    private final String email = Customers.anyone();

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        TENANT.attribute("terms", "BOOLEAN");
        TENANT.attribute("news", "BOOLEAN");
        shopFlow = TENANT.userFlow(flow("shop", "1", "1"));
        codesFlow = TENANT.userFlow(flow("codes", "1", "1").byCode());
        shop = TENANT.app("shop", shopFlow);
        codes = TENANT.app("codes", codesFlow);
    }

    @BeforeEach
    void firstVersions() {
        publish("1", "1");
    }

    @Test
    void aSignUpLeavesAReceiptOfWhatWasShown() {
        Instant before = Instant.now().minus(Duration.ofMinutes(1));

        signedUp();

        JsonNode receipt = receipts().get(0);
        assertThat(receipts()).hasSize(1);
        assertThat(receipt.path("attribute").asText()).isEqualTo("terms");
        assertThat(receipt.path("document").asText()).isEqualTo("terms");
        assertThat(receipt.path("version").asText()).isEqualTo("1");
        assertThat(receipt.path("action").asText()).isEqualTo("GIVEN");
        assertThat(receipt.path("language").asText()).isEqualTo("en");
        assertThat(receipt.path("textHash").asText())
                .isEqualTo(sha256("I agree to [terms](https://shop.example/terms) 1"));
        assertThat(receipt.path("userFlowId").asText()).isEqualTo(shopFlow);
        assertThat(receipt.path("clientId").asText()).isEqualTo("shop");
        assertThat(receipt.path("source").asText()).isEqualTo("127.0.0.0/24");
        assertThat(Instant.parse(receipt.path("time").asText())).isAfter(before);
    }

    @Test
    void aSignUpThatIsRefusedLeavesNoReceipt() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(email);
        Map<String, String> mistyped = new HashMap<>(TICKED);
        mistyped.put("password", Journey.PASSWORD);
        mistyped.put("password-confirm", "another-Battery-7");

        FormPage again = journey.browser().submit(page, mistyped);
        assertThat(again.errorOf("password-confirm")).isNotEmpty();
        journey.collect(again, Map.of("terms", "true", "news", "true")).returned();

        assertThat(answers()).containsExactlyInAnyOrder("terms 1 GIVEN", "news 1 GIVEN");
    }

    @Test
    void aNewVersionIsAskedOnceAtTheNextSignInByPassword() {
        signedUp();
        publish("2", "1");
        Journey journey = Journey.at(shop, MAIL);

        FormPage question = journey.passwordGiven(email, Journey.PASSWORD).asking("attr.terms");

        assertThat(question.document().select("[name^=attr.]").eachAttr("name")).containsExactly("attr.terms");
        assertThat(question.document().select("input[checked]")).isEmpty();
        FormPage refused = journey.browser().submit(question, Map.of());
        assertThat(refused.errorOf("attr.terms")).isEqualTo("Please tick this box to go on.");
        journey.signIn().redeem(journey.browser().submit(refused, TICKED).returned());
        assertThat(answers()).containsExactly("terms 2 GIVEN", "terms 1 GIVEN");
        Journey.at(shop, MAIL).passwordGiven(email, Journey.PASSWORD).returned();
    }

    @Test
    void aNewVersionIsAskedOfASessionThatIsOpen() {
        Journey journey = signedUp();
        publish("2", "1");

        FormPage question = journey.browser().open(shop.signIn().uri()).asking("attr.terms");

        journey.browser().submit(question, TICKED).returned();
        journey.browser().open(shop.signIn().uri()).returned();
        assertThat(answers()).containsExactly("terms 2 GIVEN", "terms 1 GIVEN");
    }

    @Test
    void aNewVersionIsAskedAtASignInByCode() {
        Journey.at(codes, MAIL).signUpByCode(email, Map.of("terms", "true"));
        publish("2", "1");
        Journey journey = Journey.at(codes, MAIL);

        FormPage question = journey.codeGiven(email).asking("attr.terms");

        journey.browser().submit(question, TICKED).returned();
        assertThat(answers()).containsExactly("terms 2 GIVEN", "terms 1 GIVEN");
    }

    @Test
    void aNewVersionIsAskedOfWhoComesFromAProvider() {
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney signUp = FederatedJourney.at(shop, MAIL);
        FormPage page = signUp.comeBack(PROVIDER, email);
        if (page.asks("code")) {
            page = signUp.codeFrom(page, email);
        }
        signUp.collect(page.asking("attr.terms"), Map.of("terms", "true")).returned();
        assertThat(answers()).containsExactly("terms 1 GIVEN");
        publish("2", "1");
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage question = journey.comeBack(PROVIDER, email).asking("attr.terms");

        journey.signIn()
                .redeem(journey.collect(question, Map.of("terms", "true")).returned());
        assertThat(answers()).containsExactly("terms 2 GIVEN", "terms 1 GIVEN");
    }

    /** The step for what the account lacks asks for what is required, then the question for what may be left. */
    @Test
    void whoIsLinkedToAProviderAndNeverConsentedIsAsked() {
        FABRIKAM.user(email, email, true, Map.of());
        TENANT.existingCustomer(email);
        TENANT.link(email, PROVIDER, FABRIKAM.idOf(email));
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage question = journey.collect(journey.comeBack(PROVIDER, email), Map.of("terms", "true"));

        assertThat(question.asking("attr.news").asks("attr.terms")).isFalse();
        journey.collect(question, Map.of()).returned();
        assertThat(answers()).containsExactly("terms 1 GIVEN");
    }

    @Test
    void aCustomerWhoNeverSignedUpIsAskedAtTheFirstSignIn() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);

        FormPage question = journey.passwordGiven(email, Journey.PASSWORD);

        assertThat(question.document().select("[name^=attr.]").eachAttr("name"))
                .containsExactly("attr.terms", "attr.news");
        journey.browser().submit(question, TICKED).returned();
        assertThat(answers()).containsExactly("terms 1 GIVEN");
    }

    @Test
    void anOptionalBoxThatIsLeftIsAskedAgainOnlyForANewVersion() {
        Journey.at(shop, MAIL).signUp(email, Map.of("terms", "true", "news", "true"));
        publish("1", "2");
        Journey journey = Journey.at(shop, MAIL);

        FormPage question = journey.passwordGiven(email, Journey.PASSWORD);
        assertThat(question.asking("attr.news").asks("attr.terms")).isFalse();
        journey.browser().submit(question, Map.of()).returned();

        assertThat(answers()).startsWith("news 1 WITHDRAWN");
        assertThat(TENANT.customer(email).at("/attributes/news/0").asText()).isEqualTo("false");
        Journey.at(shop, MAIL).passwordGiven(email, Journey.PASSWORD).returned();
    }

    @Test
    void promptNoneCannotBeAnsweredWhileAConsentIsDue() {
        Journey journey = signedUp();
        assertThat(journey.browser()
                        .open(shop.signIn(Map.of("prompt", "none")).uri())
                        .returned())
                .hasParameter("code");
        publish("2", "1");

        URI returned = journey.browser()
                .open(shop.signIn(Map.of("prompt", "none")).uri())
                .returned();

        assertThat(returned).hasParameter("error", "interaction_required");
    }

    @Test
    void whoCancelsIsBackAtTheAppWithoutACode() {
        signedUp();
        publish("2", "1");
        Journey journey = Journey.at(shop, MAIL);
        FormPage question = journey.passwordGiven(email, Journey.PASSWORD);

        URI returned =
                journey.browser().submit(question, Map.of("action", "cancel")).returned();

        assertThat(returned).hasParameter("error", "access_denied");
        assertThat(answers()).containsExactly("terms 1 GIVEN");
    }

    @Test
    void noActionThatAnAppAsksForLetsTheQuestionBeSkipped() {
        Journey journey = signedUp();
        publish("2", "1");

        for (String action : List.of("xt-consent", "UPDATE_PASSWORD", "none")) {
            FormPage question = journey.browser()
                    .open(shop.signIn(Map.of("kc_action", action)).uri())
                    .asking("attr.terms");
            journey.browser().submit(question, Map.of("cancel-aia", "true")).asking("attr.terms");
        }
    }

    @Test
    void noAddressOfAnotherActionLetsTheQuestionBeSkipped() {
        Journey journey = signedUp();
        publish("2", "1");

        for (String action : List.of("UPDATE_PASSWORD", "VERIFY_PROFILE", "OAUTH_GRANT", "none")) {
            FormPage question = journey.browser().open(shop.signIn().uri()).asking("attr.terms");
            URI elsewhere =
                    URI.create(question.action().toString().replaceAll("execution=[^&]*", "execution=" + action));

            assertThat(journey.browser().open(elsewhere).leftFor()).as(action).isNull();
            assertThat(journey.browser()
                            .post(elsewhere, Map.of("password-new", "x"))
                            .leftFor())
                    .as(action)
                    .isNull();
        }
    }

    @Test
    void aSecondTabIsAskedAsWell() {
        Journey journey = signedUp();
        publish("2", "1");
        FormPage question = journey.browser().open(shop.signIn().uri()).asking("attr.terms");

        FormPage inOtherTab = journey.browser().open(shop.signIn().uri()).asking("attr.terms");

        journey.browser().submit(inOtherTab, TICKED).returned();
        assertThat(journey.browser().submit(question, TICKED).status()).isLessThan(500);
        assertThat(answers()).containsExactly("terms 2 GIVEN", "terms 1 GIVEN");
    }

    @Test
    void aSessionThatCamePastTheQuestionGetsNoTokens() {
        signedUp();
        publish("2", "1");
        String path = "/" + TENANT.realm() + "/authentication/required-actions/xt-consent";
        ObjectNode action = (ObjectNode) TENANT.admin().get(path).expect(200).json();
        TENANT.admin().put(path, action.deepCopy().put("enabled", false)).expect(204);
        Journey journey = Journey.at(shop, MAIL);

        Answer refused = journey.signIn()
                .redeemUnchecked(journey.passwordGiven(email, Journey.PASSWORD).returned());

        TENANT.admin().put(TENANT.path(""), Map.of()).expect(200);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(TENANT.admin().get(path).expect(200).json().path("enabled").asBoolean())
                .as("switched on again by the PUT")
                .isTrue();
    }

    @Test
    void anAdministratorWhoActsAsTheCustomerConsentsToNothing() {
        signedUp();
        publish("2", "1");
        String id = TENANT.customer(email).path("id").asText();
        FormBrowser administrator = new FormBrowser(
                Map.of("Authorization", "Bearer " + TENANT.admin().token()));
        administrator.post(
                URI.create(
                        TENANT.server().base() + "/admin/realms/" + TENANT.realm() + "/users/" + id + "/impersonation"),
                Map.of());
        SignIn signIn = shop.signIn();

        signIn.redeem(administrator.open(signIn.uri()).returned());

        assertThat(answers()).containsExactly("terms 1 GIVEN");
    }

    @Test
    void aSessionFromBeforeTheNewVersionGoesOnUntilTheNextSignIn() {
        Journey journey = Journey.at(shop, MAIL);
        SignIn.Tokens tokens = journey.signIn().redeem(journey.signUp(email, Map.of("terms", "true")));

        publish("2", "1");

        journey.signIn().refresh(tokens.refreshToken()).expect(200);
    }

    @Test
    void aTickBesideOldWordsIsNoConsentToNewOnes() {
        signedUp();
        publish("2", "1");
        Journey journey = Journey.at(shop, MAIL);
        FormPage question = journey.passwordGiven(email, Journey.PASSWORD);
        publish("3", "1");

        FormPage again = journey.browser().submit(question, TICKED);

        assertThat(again.asking("attr.terms").text()).contains("terms 3");
        journey.browser().submit(again, TICKED).returned();
        assertThat(answers()).containsExactly("terms 3 GIVEN", "terms 1 GIVEN");
    }

    @Test
    void aTickBesideOldWordsMakesNoAccount() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.attributesPage(email);
        publish("2", "1");

        FormPage again = journey.collect(page, Map.of("terms", "true"));

        assertThat(again.errorOf("attr.terms")).isNotEmpty();
        assertThat(again.text()).contains("terms 2");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
        journey.collect(again, Map.of("terms", "true")).returned();
        assertThat(answers()).containsExactly("terms 2 GIVEN");
    }

    @Test
    void untickingInTheAccountApiWithdrawsAndARequiredConsentIsAskedAgain() {
        Journey journey = Journey.at(shop, MAIL);
        String token = journey.signIn()
                .redeem(journey.signUp(email, Map.of("terms", "true")))
                .accessToken();

        changeTerms(token, "false");

        assertThat(answers()).containsExactly("terms 1 WITHDRAWN", "terms 1 GIVEN");
        changeTerms(token, "true");
        FormPage question = journey.browser().open(shop.signIn().uri()).asking("attr.terms");
        journey.browser().submit(question, TICKED).returned();
        assertThat(answers()).containsExactly("terms 1 GIVEN", "terms 1 WITHDRAWN", "terms 1 GIVEN");
    }

    @Test
    void customersSeeNothingOfTheMarkAndCannotWriteIt() {
        Journey journey = Journey.at(shop, MAIL);
        String token = journey.signIn()
                .redeem(journey.signUp(email, Map.of("terms", "true")))
                .accessToken();
        ObjectNode account = (ObjectNode) account(token, null).expect(200).json();
        assertThat(account.path("attributes").has("xt.consents")).isFalse();

        ((ObjectNode) account.path("attributes")).putArray("xt.consents").add("news given 1 news");
        account(token, account.toString());

        assertThat(TENANT.customer(email).at("/attributes/xt.consents"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("terms given 1 terms", "news declined 1 news");
    }

    @Test
    void receiptsStayWhileTheCustomerCanBeRestoredAndGoForGood() {
        signedUp();
        JsonNode customer = TENANT.customer(email);
        String path = TENANT.path("/customers/" + customer.path("id").asText());

        TENANT.admin().delete(path).expect(204);
        assertThat(TENANT.admin().get(path + "/consents").expect(200).json()).hasSize(1);
        TENANT.admin().delete(path + "?permanent=true").expect(204);
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "FAIL",
                                "users",
                                List.of(Map.of("id", customer.path("id").asText(), "username", email))))
                .expect(200);

        assertThat(TENANT.admin().get(path + "/consents").expect(200).json()).isEmpty();
    }

    @Test
    void receiptsComeInPages() {
        Journey.at(shop, MAIL).signUp(email, Map.of("terms", "true", "news", "true"));
        publish("2", "1");
        Journey journey = Journey.at(shop, MAIL);
        journey.browser()
                .submit(journey.passwordGiven(email, Journey.PASSWORD), TICKED)
                .returned();

        String path =
                TENANT.path("/customers/" + TENANT.customer(email).path("id").asText() + "/consents");
        assertThat(TENANT.admin()
                        .get(path + "?max=1")
                        .expect(200)
                        .json()
                        .at("/0/version")
                        .asText())
                .isEqualTo("2");
        assertThat(TENANT.admin().get(path + "?first=1&max=5").expect(200).json())
                .hasSize(2);
        assertThat(TENANT.admin().get(path + "?max=-1").error()).isEqualTo("xt_invalid_value");
    }

    private static FlowSpec flow(String name, String terms, String news) {
        return FlowSpec.named(name)
                .asksConsent("terms", terms, true)
                .asksConsent("news", news, false)
                .lists(PROVIDER);
    }

    private static void publish(String terms, String news) {
        TENANT.admin()
                .put(
                        TENANT.path("/user-flows/" + shopFlow),
                        flow("shop", terms, news).json())
                .expect(200);
        TENANT.admin()
                .put(
                        TENANT.path("/user-flows/" + codesFlow),
                        flow("codes", terms, news).byCode().json())
                .expect(200);
    }

    private Journey signedUp() {
        Journey journey = Journey.at(shop, MAIL);
        journey.signUp(email, Map.of("terms", "true"));
        return journey;
    }

    private JsonNode receipts() {
        String id = TENANT.customer(email).path("id").asText();
        return TENANT.admin()
                .get(TENANT.path("/customers/" + id + "/consents"))
                .expect(200)
                .json();
    }

    /** Newest first. */
    private List<String> answers() {
        return StreamSupport.stream(receipts().spliterator(), false)
                .map(receipt -> receipt.path("attribute").asText() + " "
                        + receipt.path("version").asText() + " "
                        + receipt.path("action").asText())
                .toList();
    }

    /** As the account console does it: all that was read goes back, with a change. */
    private static void changeTerms(String token, String value) {
        ObjectNode account = (ObjectNode) account(token, null).expect(200).json();
        ((ObjectNode) account.path("attributes")).putArray("terms").add(value);
        account(token, account.toString()).expect(204);
    }

    private static Answer account(String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/account"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return AdminApi.send(
                "account", (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
