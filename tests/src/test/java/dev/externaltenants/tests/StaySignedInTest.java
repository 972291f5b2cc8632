package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.RestartedBrowser;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who ticks the box stays signed in when the browser is closed, and nobody else does. */
@Tag("any-database")
final class StaySignedInTest {

    private static final String IDENTITY_COOKIE = "KEYCLOAK_IDENTITY";
    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("stay-signed-in", MAIL);

    @RegisterExtension
    final RestartedBrowser browser = new RestartedBrowser();

    private static RelyingParty shop;
    private static RelyingParty codes;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        codes = TENANT.app("codes", TENANT.userFlow(FlowSpec.named("codes").byCode()));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @Test
    void theBoxMakesTheCookieAndTheSessionLastNinetyDays() {
        Journey journey = signedInByPassword(shop, true);

        assertThat(journey.browser().cookieAsSet(IDENTITY_COOKIE)).contains("Max-Age=" + NINETY_DAYS.toSeconds());
    }

    @Test
    void withoutTheBoxTheCookieEndsWithTheBrowser() {
        Journey journey = signedInByPassword(shop, false);

        assertThat(journey.browser().cookieAsSet(IDENTITY_COOKIE))
                .isNotEmpty()
                .doesNotContain("Max-Age")
                .doesNotContain("Expires");
    }

    @Test
    void theRefreshTokenLastsAsLongAsTheSession() {
        assertThat(refreshSecondsOf(true)).isEqualTo(NINETY_DAYS.toSeconds());
        assertThat(refreshSecondsOf(false)).isEqualTo(Duration.ofHours(2).toSeconds());
    }

    @Test
    void theSessionIsThereAfterWeeksAndEndsAfterNinetyDays() {
        Journey journey = signedInByPassword(shop, true);
        journey.browser().closeAndReopen();

        after(Duration.ofDays(60), () -> assertSignedIn(journey));
        after(Duration.ofDays(91), () -> assertAskedWho(journey));
    }

    @Test
    void withoutTheBoxTheSessionEndsAfterTwoHoursWithoutUse() {
        Journey journey = signedInByPassword(shop, false);

        after(Duration.ofMinutes(110), () -> assertSignedIn(journey));
        after(Duration.ofMinutes(110).plusMinutes(130), () -> assertAskedWho(journey));
    }

    @Test
    void theBoxIsOnTheCodePage() {
        String email = Customers.anyone();
        Journey.at(codes, MAIL).signUpByCode(email, Map.of());
        Journey journey = Journey.at(codes, MAIL);
        FormPage code = journey.identified(email).asking("rememberMe");

        journey.browser()
                .submit(code, Map.of("code", MAIL.codeFor(email), "action", "verify", "rememberMe", "on"))
                .returned();

        assertStays(journey);
    }

    @Test
    void theBoxIsOnTheLastPageOfASignUpOfEitherMethod() {
        for (RelyingParty app : new RelyingParty[] {shop, codes}) {
            String email = Customers.anyone();
            Journey journey = Journey.at(app, MAIL);
            FormPage attributes = journey.typeCode(journey.codePage(email), MAIL.codeFor(email))
                    .asking("rememberMe");

            Map<String, String> fields = new HashMap<>(Map.of("rememberMe", "on"));
            if (attributes.asks("password")) {
                fields.put("password", Journey.PASSWORD);
                fields.put("password-confirm", Journey.PASSWORD);
            }
            journey.browser().submit(attributes, fields).returned();

            assertStays(journey);
        }
    }

    @Test
    void theChoiceIsKeptThroughAWrongPasswordAndASwitchOfTheMethod() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);
        FormPage password = journey.identified(email).asking("password");

        FormPage refused = journey.browser().submit(password, Map.of("password", "wrong", "rememberMe", "on"));
        FormPage code = journey.browser().submit(refused, Map.of("action", "code", "rememberMe", "on"));

        assertThat(isTicked(refused)).isTrue();
        assertThat(isTicked(code)).as(code.toString()).isTrue();
    }

    @Test
    void aSecondFactorDoesNotAskAgainAndKeepsTheChoice() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage password = journey.identified(email).asking("password");

        FormPage code = journey.browser()
                .submit(password, Map.of("password", Journey.PASSWORD, "rememberMe", "on"))
                .asking("code");

        assertThat(code.asks("rememberMe")).isFalse();
        journey.typeCode(code, MAIL.codeFor(email)).returned();
        assertStays(journey);
    }

    /** What a link may say must not leave a session on a device that the customer shares. */
    @Test
    void noAddressTicksTheBox() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        RelyingParty app = shop;
        SignIn signIn = app.signIn(Map.of("rememberMe", "on", "remember_me", "true"));
        Journey journey = Journey.at(app, MAIL);
        FormPage identify = journey.browser().open(signIn.uri());
        FormPage password = journey.browser().submit(identify, Map.of("username", email, "rememberMe", "on"));
        URI action = URI.create(password.action() + "&rememberMe=on&remember_me=true");

        journey.browser().post(action, Map.of("password", Journey.PASSWORD)).returned();

        assertThat(isTicked(password)).isFalse();
        assertThat(journey.browser().cookieAsSet(IDENTITY_COOKIE)).doesNotContain("Max-Age");
    }

    @Test
    void anOperatorSwitchesItOffByTheRealmSettingAndEndsTheSessionsThatStayed() {
        Tenant other = Tenant.named("stay-off", MAIL).create();
        try {
            RelyingParty app = other.app("shop", other.userFlow(FlowSpec.named("customers")));
            String email = Customers.anyone();
            other.existingCustomer(email, Journey.PASSWORD);
            Journey before = signedIn(app, email, true);

            other.admin().put("/" + other.realm(), Map.of("rememberMe", false)).expect(204);

            Journey journey = Journey.at(app, MAIL);
            FormPage password = journey.identified(email).asking("password");
            assertThat(password.asks("rememberMe")).isFalse();
            journey.browser()
                    .submit(password, Map.of("password", Journey.PASSWORD, "rememberMe", "on"))
                    .returned();
            assertThat(journey.browser().cookieAsSet(IDENTITY_COOKIE)).doesNotContain("Max-Age");
            assertAskedWho(before);
        } finally {
            other.delete();
        }
    }

    @Test
    void chromiumForgetsTheSessionWhenItIsClosedUnlessTheBoxWasTicked() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);

        signInByChromium(email, false);
        browser.close();
        assertThat(browser.open(shop.signIn().uri())).contains("/protocol/openid-connect/auth");

        signInByChromium(email, true);
        browser.close();
        assertThat(browser.open(shop.signIn().uri())).startsWith(RelyingParty.CALLBACK.toString());
    }

    private void signInByChromium(String email, boolean stay) {
        browser.open(shop.signIn().uri());
        browser.page().locator("[name=username]").fill(email);
        browser.page().locator("#xt-continue").click();
        browser.page().locator("[name=password]").fill(Journey.PASSWORD);
        if (stay) {
            browser.page().locator("#xt-stay-signed-in").check();
        }
        browser.page()
                .waitForRequest(
                        request -> request.url().startsWith(RelyingParty.CALLBACK.toString()),
                        () -> browser.page().locator("#xt-sign-in").click());
    }

    private static Journey signedInByPassword(RelyingParty app, boolean stay) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        return signedIn(app, email, stay);
    }

    private static Journey signedIn(RelyingParty app, String email, boolean stay) {
        Journey journey = Journey.at(app, MAIL);
        journey.browser()
                .submit(journey.identified(email).asking("rememberMe"), passwordForm(stay))
                .returned();
        return journey;
    }

    private static long refreshSecondsOf(boolean stay) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);
        URI returned = journey.browser()
                .submit(journey.identified(email).asking("rememberMe"), passwordForm(stay))
                .returned();
        JsonNode tokens = journey.signIn().redeemUnchecked(returned).expect(200).json();
        return tokens.path("refresh_expires_in").asLong();
    }

    private static Map<String, String> passwordForm(boolean stay) {
        return stay ? Map.of("password", Journey.PASSWORD, "rememberMe", "on") : Map.of("password", Journey.PASSWORD);
    }

    private static boolean isTicked(FormPage page) {
        return !page.document().select("[name=rememberMe][checked]").isEmpty();
    }

    private static void assertStays(Journey journey) {
        assertThat(journey.browser().cookieAsSet(IDENTITY_COOKIE)).contains("Max-Age=" + NINETY_DAYS.toSeconds());
    }

    private static void assertSignedIn(Journey journey) {
        assertThat(journey.browser().open(shop.signIn().uri()).leftFor()).isNotNull();
    }

    private static void assertAskedWho(Journey journey) {
        URI again = journey.signIn().uri();
        assertThat(journey.browser().open(again).asks("username")).isTrue();
    }

    private static void after(Duration passed, Runnable work) {
        TestSupport.of(TENANT.server()).at(passed, work);
    }
}
