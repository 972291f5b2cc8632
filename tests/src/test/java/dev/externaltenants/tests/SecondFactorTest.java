package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AuthenticatorApp;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a second proof is asked for, it is one that the account has and that adds something to the first. */
@Tag("any-database")
final class SecondFactorTest {

    private static final String BY_APP = "otp";
    private static final String BY_MAIL = "xt-email-code";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("second-factor", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;

    private final AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
    private String email;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        TENANT.userFlow(FlowSpec.named("codes").byCode());
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @BeforeEach
    void anyone() {
        email = Customers.anyone();
    }

    @Test
    void whoHasAnAuthenticatorAppIsAskedForItsCodeAndGetsNoMail() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);

        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BY_APP);
        SignIn.Tokens tokens = journey.signIn().redeem(give(journey, code).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void theCodeByMailIsTheOtherWayOfWhoHasAPassword() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BY_APP);

        FormPage ways = anotherWay(journey, code);
        FormPage byMail = choose(journey, ways, "Code by email").asking("code");
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.typeCode(byMail, MAIL.codeFor(email)).returned());

        assertThat(ways.document().select(".xt-option-title").eachText())
                .containsExactly("Authenticator app", "Code by email");
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void thePageOfTheCodeByMailLeadsBackToTheAuthenticatorApp() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BY_APP);
        FormPage byMail = choose(journey, anotherWay(journey, code), "Code by email");

        FormPage again = choose(journey, anotherWay(journey, byMail), "Authenticator app");

        give(journey, again.asking(BY_APP)).returned();
    }

    @Test
    void whoHasNothingElseIsNotToldOfAnotherWay() {
        TENANT.existingCustomer(email, Journey.PASSWORD);

        FormPage code =
                Journey.at(secured, MAIL).passwordGiven(email, Journey.PASSWORD).asking("code");

        assertThat(code.document().select("#try-another-way")).isEmpty();
    }

    @Test
    void whoProvedTheMailboxIsAskedForTheAuthenticatorApp() {
        TENANT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(secured, MAIL);

        FormPage code = byCode(journey).asking(BY_APP);
        SignIn.Tokens tokens = journey.signIn().redeem(give(journey, code).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void whoProvedTheMailboxIsNowhereOfferedAnotherCodeByMail() {
        TENANT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = byCode(journey).asking(BY_APP);

        FormPage ways = journey.browser().submit(code, Map.of("tryAnotherWay", "on"));

        assertThat(code.document().select("#try-another-way")).isEmpty();
        assertThat(ways.document().select(".xt-option-title").eachText()).containsExactly("Authenticator app");
    }

    @Test
    void whoProvedTheMailboxGetsNoOtherCodeByAForgedChoice() {
        TENANT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = byCode(journey).asking(BY_APP);
        int mails = MAIL.countTo(email);

        FormPage refused = journey.browser().submit(code, Map.of("authenticationExecution", execution(BY_MAIL)));

        assertThat(refused.asks("code")).isFalse();
        assertThat(refused.leftFor()).isNull();
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(MAIL.countTo(email)).isEqualTo(mails);
    }

    @Test
    void whoProvedTheMailboxAndHasNothingElseIsRefusedAndToldWhy() {
        TENANT.existingCustomer(email);

        FormPage refused = byCode(Journey.at(secured, MAIL));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("second proof");
        JsonNode event = TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=LOGIN_ERROR&user="
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json();
        assertThat(event.at("/0/error").asText()).isEqualTo("xt_second_factor_missing");
        assertThat(event.at("/0/details/xt_user_flow").asText()).isEqualTo("secured");
    }

    @Test
    void anAppThatAsksForMoreLaterAsksForTheSecondProofAlone() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        SignIn more = shop.signIn(Map.of("acr_values", "2"));

        FormPage code = journey.browser().open(more.uri()).asking(BY_APP);
        SignIn.Tokens tokens = more.redeem(give(journey, code).returned());

        assertThat(code.asks("password")).isFalse();
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void aSessionOfACodeStepsUpByTheAuthenticatorAppAlone() {
        TENANT.existingCustomer(email, List.of(app.credential()));
        Journey journey = Journey.at(shop, MAIL);
        byCode(journey).returned();
        SignIn more = secured.signIn();

        FormPage code = journey.browser().open(more.uri()).asking(BY_APP);
        FormPage ways = journey.browser().submit(code, Map.of("tryAnotherWay", "on"));
        SignIn.Tokens tokens = more.redeem(
                give(journey, choose(journey, ways, "Authenticator app")).returned());

        assertThat(ways.document().select(".xt-option-title")).hasSize(1);
        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void maxAgeAsksForBothProofsAgain() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);
        give(journey, journey.passwordGiven(email, Journey.PASSWORD).asking(BY_APP))
                .returned();

        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(61), () -> {
            FormPage password = journey.browser()
                    .open(secured.signIn(Map.of("max_age", "3600")).uri());
            FormPage code = journey.browser().submit(password.asking("password"), Map.of("password", Journey.PASSWORD));
            code.asking(BY_APP);
        });
    }

    @Test
    void anUnknownAcrValueIsAWishAndAnEssentialOneIsRefused() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}";

        FormPage wished =
                journey.browser().open(shop.signIn(Map.of("acr_values", "gold")).uri());
        FormPage refused =
                journey.browser().open(shop.signIn(Map.of("claims", essential)).uri());

        assertThat(wished.returned().getQuery()).contains("code=");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void noCodeOfAnAppIsTakenForAPasswordThatIsNoneAnyMore() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey thief = Journey.at(secured, MAIL);
        FormPage code = thief.passwordGiven(email, Journey.PASSWORD).asking(BY_APP);

        TENANT.admin()
                .post(
                        TENANT.path("/customers/"
                                + TENANT.customer(email).path("id").asText() + "/password"),
                        Map.of("password", "Owners-New-Secret-7", "forceChangePasswordNextSignIn", false))
                .expect(200);

        assertThat(give(thief, code).text()).contains("this sign-in has ended");
    }

    @Test
    void wrongCodesOfTheAuthenticatorAppLockTheAccountAndThenTheRightOneIsRefused() {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BY_APP);
        for (int i = 1; i <= 10; i++) {
            int failures = i;
            code = journey.browser().submit(code, Map.of(BY_APP, Codes.otherThan(app.code(), i)));
            Waits.until(
                    "failure " + failures + " to be booked",
                    Duration.ofSeconds(10),
                    () -> failuresOf(email) >= failures);
        }

        FormPage refused = give(journey, code.asking(BY_APP));

        assertThat(refused.leftFor()).isNull();
        assertThat(refused.asking(BY_APP).text()).contains("Invalid authenticator code");
    }

    /** Proves the mailbox as the first factor. */
    private FormPage byCode(Journey journey) {
        FormPage code = journey.switchTo(journey.identified(email), "code");
        return journey.typeCode(code, MAIL.codeFor(email));
    }

    /** Shows the ways among which the customer chooses. */
    private static FormPage anotherWay(Journey journey, FormPage page) {
        Element form = page.document().getElementById("kc-select-try-another-way-form");
        assertThat(form).as("the way to other ways on " + page).isNotNull();
        return journey.browser().post(URI.create(form.absUrl("action")), Map.of("tryAnotherWay", "on"));
    }

    private static FormPage choose(Journey journey, FormPage ways, String title) {
        Element way = ways.document().selectFirst("button.xt-option:has(.xt-option-title:containsOwn(" + title + "))");
        assertThat(way).as(title + " on " + ways).isNotNull();
        return journey.browser().submit(ways, Map.of(way.attr("name"), way.attr("value")));
    }

    private FormPage give(Journey journey, FormPage page) {
        return journey.browser().submit(page, Map.of(BY_APP, app.code()));
    }

    private static int failuresOf(String email) {
        String id = TENANT.customer(email).path("id").asText();
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/attack-detection/brute-force/users/" + id)
                .expect(200)
                .json()
                .path("numFailures")
                .asInt();
    }

    /** Returns the execution of the step in the browser flow. */
    private static String execution(String step) {
        Map<String, String> executions = new HashMap<>();
        TENANT.admin()
                .get("/" + TENANT.realm() + "/authentication/flows/xt%20browser/executions")
                .expect(200)
                .json()
                .forEach(execution -> executions.put(
                        execution.path("providerId").asText(),
                        execution.path("id").asText()));
        return executions.get(step);
    }
}
