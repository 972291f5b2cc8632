package dev.externaltenants.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.claims.Answer.Hang;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An API of the tenant takes codes to customers. */
@Tag("any-database")
final class OtpExtensionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A call may take a second, less what its clock is coarse. */
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    private static final String NOT_SENT = "We could not send the email with your code";
    private static final Other TAKEN = new Other(
            200,
            "application/json",
            "{\"data\":{\"@odata.type\":\"microsoft.graph.OnOtpSendResponseData\",\"actions\":"
                    + "[{\"@odata.type\":\"microsoft.graph.OtpSend.continueWithDefaultBehavior\"}]}}");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private RelyingParty shop;

    @BeforeEach
    void tenantWithApi() {
        // One for each test, since a broken API may be left alone for a while after it failed.
        tenant = Tenant.named("otp-extension", MAIL).create();
        api = tenant.claimsApi();
        api.answerWith(TAKEN);
        shop = app("shop", "FAIL");
    }

    @AfterEach
    void close() {
        api.close();
        tenant.delete();
    }

    @Test
    void aCustomerSignsUpAndInWithCodesThatTheApiSends() {
        Journey signUp = Journey.at(shop, MAIL);
        FormPage codePage = signUp.codePage(email);
        JsonNode call = call(0);
        assertThat(call.path("type").asText()).isEqualTo("microsoft.graph.authenticationEvent.emailOtpSend");
        assertThat(call.at("/data/@odata.type").asText()).isEqualTo("microsoft.graph.onOtpSendCalloutData");
        assertThat(call.at("/data/authenticationContext/requestType").asText()).isEqualTo("signUp");
        assertThat(call.at("/data/authenticationContext/client/ip").asText()).isEqualTo("127.0.0.1");
        assertThat(call.at("/data/authenticationContext/clientServicePrincipal/appId")
                        .asText())
                .isEqualTo("shop");
        assertThat(call.at("/data/otpContext/identifier").asText()).isEqualTo(email);
        FormPage attributes = signUp.typeCode(codePage, code(call)).asking("attr.city");
        signUp.browser().submit(attributes, Map.of("attr.city", "Oslo")).returned();

        Journey signIn = Journey.at(shop, MAIL);
        FormPage proof = signIn.identified(email).asking("code");
        assertThat(call(1).at("/data/authenticationContext/requestType").asText())
                .isEqualTo("signIn");
        signIn.typeCode(proof, code(call(1))).returned();

        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void thePageSaysThatTheApiDidNotTakeTheCodeAndNoMailLeaves() {
        api.answerWith(Other.status(500));
        Journey journey = Journey.at(shop, MAIL);

        FormPage codePage = journey.codePage(email);

        Waits.until(
                "the page to say that nothing was sent",
                PATIENCE,
                () -> journey.browser().open(codePage.action()).text().contains(NOT_SENT));
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void ourMailServerStandsInForAnApiThatMayFail() {
        api.answerWith(Other.status(500));
        Journey journey = Journey.at(app("fallback", "CONTINUE"), MAIL);

        FormPage codePage = journey.codePage(email);

        assertThat(journey.typeCode(codePage, MAIL.codeFor(email)).asks("attr.city"))
                .isTrue();
    }

    @Test
    void anAddressWithoutAnAccountIsNotToldToTheApi() {
        Journey.at(shop, MAIL).signUpByCodeOf(email, () -> code(call(0)), Map.of("city", "Oslo"));
        String stranger = Customers.anyone();

        FormPage known = Journey.at(shop, MAIL).identified(email).asking("code");
        call(1);
        FormPage unknown = Journey.at(shop, MAIL).identified(stranger).asking("code");

        Waits.until("the mail that there is no account", PATIENCE, () -> MAIL.countTo(stranger) == 1);
        assertThat(api.calls()).hasSize(2);
        assertThat(withoutAddress(unknown)).isEqualTo(withoutAddress(known));
    }

    @Test
    void whileTheApiIsDownNothingTellsWhichAddressHasAnAccount() {
        Journey.at(shop, MAIL).signUpByCodeOf(email, () -> code(call(0)), Map.of("city", "Oslo"));
        api.answerWith(Other.status(500));
        String stranger = Customers.anyone();

        for (String address : List.of(email, stranger)) {
            Journey journey = Journey.at(shop, MAIL);
            FormPage codePage = journey.identified(address).asking("code");
            Waits.until(
                    "the page to say that nothing was sent",
                    PATIENCE,
                    () -> journey.browser().open(codePage.action()).text().contains(NOT_SENT));
        }
        assertThat(MAIL.countTo(stranger)).isZero();
    }

    /** Whoever may register an API would be halfway to being any administrator. */
    @Test
    void anAdministratorsCodesGoByMailAlone() {
        Journey.at(shop, MAIL).signUpByCodeOf(email, () -> code(call(0)), Map.of("city", "Oslo"));
        AdminDoorsTest.grant(tenant, email, "xt-reports-reader");
        assertThat(Journey.at(shop, MAIL).codeGiven(email).returned()).isNotNull();

        String other = Customers.anyone();
        tenant.existingCustomer(other, Journey.PASSWORD);
        AdminDoorsTest.grant(tenant, other, "realm-admin");
        RelyingParty secured = tenant.app(
                "secured",
                tenant.userFlow(FlowSpec.named("secured")
                        .requiresMfa()
                        .asking("onOtpSend", tenant.extension("of-second-factors", api, "FAIL"))));
        Journey second = Journey.at(secured, MAIL);
        FormPage secondFactor = second.passwordGiven(other, Journey.PASSWORD).asking("code");
        assertThat(second.typeCode(secondFactor, MAIL.codeFor(other)).returned())
                .isNotNull();
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void anApiThatRefusesWhatItHeardHearsNoFurtherCodeUntilThePauseIsOver() {
        api.answerWith(Other.status(403));
        Journey journey = Journey.at(shop, MAIL);
        FormPage codePage = told(journey, journey.codePage(email));

        for (int i = 0; i < 10; i++) {
            codePage = journey.resend(codePage);
        }

        assertThat(codePage.text()).contains("Please wait");
        assertThat(api.calls()).hasSize(1);
    }

    /** Once the API has failed for anybody, the page says so of addresses with and without an account, and as late. */
    @Test
    void whileTheApiHangsNotEvenTheTimeTellsWhichAddressHasAnAccount() {
        api.answerWith(new Hang(Duration.ofSeconds(20)));
        timeUntilTold(known());

        Duration ofKnown = leastTimeUntilTold(this::known);
        Duration ofUnknown = leastTimeUntilTold(Customers::anyone);

        assertThat(ofKnown).isGreaterThan(TIMEOUT);
        assertThat(ofUnknown).isGreaterThan(TIMEOUT);
        assertThat(ofKnown.minus(ofUnknown).abs()).isLessThan(Duration.ofMillis(600));
    }

    /** Refused connections fail at once, and a 500 may: neither must be told sooner than a timeout. */
    @Test
    void whereTheApiFailsAtOnceTheTimeTellsNothingEither() {
        api.answerWith(Other.status(500));
        timeUntilTold(known());

        Duration ofKnown = leastTimeUntilTold(this::known);
        Duration ofUnknown = leastTimeUntilTold(Customers::anyone);

        assertThat(ofKnown).isGreaterThan(TIMEOUT);
        assertThat(ofUnknown).isGreaterThan(TIMEOUT);
        assertThat(ofKnown.minus(ofUnknown).abs()).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void neitherLogNorEventsHaveTheCode() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage codePage = journey.codePage(email);
        String code = code(call(0));
        journey.typeCode(codePage, code).asking("attr.city");

        for (Path log : tenant.server().log().stream().toList()) {
            assertThat(Documents.text(log.toAbsolutePath())).doesNotContain(code);
        }
        assertThat(tenant.admin()
                        .get("/" + tenant.realm() + "/events")
                        .expect(200)
                        .json()
                        .toString())
                .doesNotContain(code);
    }

    private String known() {
        String address = Customers.anyone();
        tenant.existingCustomer(address);
        return address;
    }

    /** The shortest of three: what else the machine does makes it longer. */
    private Duration leastTimeUntilTold(Supplier<String> addresses) {
        return Stream.generate(addresses)
                .limit(3)
                .map(this::timeUntilTold)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Measures from before the call, which begins while the page is still on its way. */
    private Duration timeUntilTold(String address) {
        Journey journey = Journey.at(shop, MAIL);
        FormPage signInPage = journey.signInPage();
        long start = System.nanoTime();
        FormPage codePage = journey.browser()
                .submit(signInPage, Map.of("username", address))
                .asking("code");
        told(journey, codePage);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static FormPage told(Journey journey, FormPage codePage) {
        Waits.until(
                "the page to say that nothing was sent",
                PATIENCE,
                () -> journey.browser().open(codePage.action()).text().contains(NOT_SENT));
        return journey.browser().open(codePage.action());
    }

    private RelyingParty app(String name, String behaviour) {
        String extension = tenant.extension("sender-of-" + name, api, behaviour);
        return tenant.app(
                name, tenant.userFlow(FlowSpec.named(name).byCode().asks("city").asking("onOtpSend", extension)));
    }

    /** Pages show the address masked, with its first and last letter, and how many seconds it is to the next code. */
    private static String withoutAddress(FormPage page) {
        return page.text().replaceAll("\\w\\*+\\w@", "").replaceAll("in \\d+ seconds?", "in N seconds");
    }

    private JsonNode call(int number) {
        Waits.until("call " + number, PATIENCE, () -> api.calls().size() > number);
        return api.calls().get(number);
    }

    private static String code(JsonNode call) {
        return call.at("/data/otpContext/oneTimeCode").asText();
    }
}
