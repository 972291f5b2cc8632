package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AddressChange;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A device that its customer trusts stands in for the second factor that a user flow requires, and for nothing else. */
final class TrustedDeviceTest {

    private static final String COOKIE = "XT_DEVICE_";
    private static final String BOX = "trustDevice";
    private static final int DAYS = 30;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("trusted-device", MAIL);

    @RegisterExtension
    static final Tenant FABRIKAM = Tenant.named("trusted-elsewhere", MAIL);

    private static RelyingParty shop;
    private static RelyingParty trusting;
    private static RelyingParty trustingForAWeek;
    private static RelyingParty strict;

    private String email;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers")));
        trusting = TENANT.app(
                "trusting", TENANT.userFlow(FlowSpec.named("trusting").trustsDevices(DAYS)));
        trustingForAWeek =
                TENANT.app("week", TENANT.userFlow(FlowSpec.named("week").trustsDevices(7)));
        strict = TENANT.app("strict", TENANT.userFlow(FlowSpec.named("strict").requiresMfa()));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void isNotAskedForTheCodeAgainInANewSession() {
        FormBrowser browser = trusted();

        SignIn again = trusting.signIn();
        SignIn.Tokens tokens = again.redeem(passwordOf(email, browser, again).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(again.refresh(tokens.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsForTheServersEyesAndForThirtyDays() {
        FormBrowser browser = trusted();

        assertThat(browser.cookieAsSet(cookieOf(browser)))
                .contains("Max-Age=" + Duration.ofDays(DAYS).toSeconds())
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Secure")
                .contains("Path=/realms/" + TENANT.realm() + "/");
        assertThat(TestSupport.of(TENANT.server()).columnsContaining(randomOf(browser.cookie(cookieOf(browser)))))
                .isEmpty();
    }

    @Test
    void theLoginEventNamesTheDeviceThatStoodIn() {
        FormBrowser browser = trusted();
        passwordGiven(browser, trusting).returned();

        JsonNode login = events("LOGIN").path(0).path("details");
        JsonNode before = events("LOGIN").path(1).path("details");

        assertThat(login.path("xt_trusted_device").asText())
                .isNotEmpty()
                .isEqualTo(before.path("xt_new_trusted_device").asText());
        assertThat(before.has("xt_trusted_device")).isFalse();
    }

    @Test
    void isAskedWhenTheBoxWasNotTicked() {
        Journey journey = Journey.at(trusting, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BOX);

        journey.typeCode(code, MAIL.codeFor(email)).returned();

        assertThat(code.document().select("[name=" + BOX + "][checked]")).isEmpty();
        assertThat(journey.browser().cookiesSet(COOKIE)).isEmpty();
        assertAsked(passwordGiven(journey.browser(), trusting));
    }

    @Test
    void aTickOutlivesAWrongCodeAndANewOneAndTrustsNothingByItself() {
        Journey journey = Journey.at(trusting, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking(BOX);

        FormPage wrong = journey.browser().submit(code, Map.of("code", "00000000", "action", "verify", BOX, "on"));

        assertThat(wrong.document().select("[name=" + BOX + "][checked]")).hasSize(1);
        assertThat(journey.browser().cookiesSet(COOKIE)).isEmpty();
    }

    @Test
    void noAddressTicksTheBox() {
        SignIn signIn = trusting.signIn(Map.of(BOX, "on"));
        Journey journey = Journey.at(trusting, MAIL);
        FormPage code = passwordOf(email, journey.browser(), signIn).asking(BOX);
        URI action = URI.create(code.action() + "&" + BOX + "=on");

        journey.browser()
                .post(action, Map.of("code", MAIL.codeFor(email), "action", "verify"))
                .returned();

        assertThat(journey.browser().cookiesSet(COOKIE)).isEmpty();
    }

    @Test
    void aTickThatTheFlowDoesNotOfferDoesNothing() {
        Journey journey = Journey.at(strict, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking("code");

        journey.browser()
                .submit(code, Map.of("code", MAIL.codeFor(email), "action", "verify", BOX, "on"))
                .returned();

        assertThat(code.asks(BOX)).isFalse();
        assertThat(journey.browser().cookiesSet(COOKIE)).isEmpty();
        assertAsked(passwordGiven(journey.browser(), trusting));
    }

    @Test
    void anotherBrowserIsAsked() {
        trusted();

        assertAsked(passwordGiven(new FormBrowser(), trusting));
    }

    @Test
    void anotherCustomerOfTheSameBrowserIsAskedAndTheFirstIsStillTrusted() {
        FormBrowser browser = trusted();
        String ben = another();

        FormPage code = passwordOf(ben, browser, trusting.signIn()).asking(BOX);
        browser.submit(code, Map.of("code", MAIL.codeFor(ben), "action", "verify", BOX, "on"))
                .returned();

        assertNotAsked(passwordGiven(browser, trusting));
        assertNotAsked(passwordOf(ben, browser, trusting.signIn()));
    }

    @Test
    void aCopyOfTheCookieIsWorthNothingForAnotherAccount() {
        FormBrowser anna = trusted();
        String ben = another();
        FormBrowser bens = new FormBrowser();
        trust(ben, bens, trusting);
        bens.plantCookie(cookieOf(bens), realmPath(TENANT), anna.cookie(cookieOf(anna)));

        bens.closeAndReopen();

        assertAsked(passwordOf(ben, bens, trusting.signIn()));
    }

    @Test
    void aCopyOfTheCookieIsWorthNothingInAnotherTenant() {
        RelyingParty there = FABRIKAM.app(
                "trusting", FABRIKAM.userFlow(FlowSpec.named("trusting").trustsDevices(DAYS)));
        FABRIKAM.existingCustomer(email, Journey.PASSWORD);
        FormBrowser fabrikams = new FormBrowser();
        trust(email, fabrikams, there);
        FormBrowser ours = trusted();
        fabrikams.plantCookie(cookieOf(fabrikams), realmPath(FABRIKAM), ours.cookie(cookieOf(ours)));

        fabrikams.closeAndReopen();

        assertAsked(passwordOf(email, fabrikams, there.signIn()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "00000000-0000-0000-0000-000000000000.%s", "%2$s.%1$s", "%2$s"})
    void aForgedCookieIsWorthNothing(String forgery) {
        FormBrowser browser = trusted();
        String name = cookieOf(browser);
        String id = deviceOf(browser);
        browser.plantCookie(name, realmPath(TENANT), forgery.formatted("0".repeat(64), id));

        assertAsked(passwordGiven(browser, trusting));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acr_values=2",
                "prompt=login",
                "max_age=0",
                "kc_action=UPDATE_PASSWORD",
                "claims={\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}"
            })
    void isAskedWhereTheAppWantsMoreThanItsFlow(String parameter) {
        FormBrowser browser = trusted();
        String[] part = parameter.split("=", 2);

        assertAsked(passwordOf(email, browser, trusting.signIn(Map.of(part[0], part[1]))));
    }

    @Test
    void isAskedInTheRunningSessionWhereTheAppWantsMore() {
        FormBrowser browser = trusted();
        passwordGiven(browser, trusting).returned();

        FormPage code = browser.open(trusting.signIn(Map.of("acr_values", "2")).uri());

        assertAsked(code);
        assertThat(code.asks("password")).isFalse();
    }

    @Test
    void promptLoginAsksForBothInTheRunningSession() {
        FormBrowser browser = trusted();

        FormPage password =
                browser.open(trusting.signIn(Map.of("prompt", "login")).uri());

        assertAsked(browser.submit(password.asking("password"), Map.of("password", Journey.PASSWORD)));
    }

    @Test
    void isAskedAtAnAppThatTrustsNoDevice() {
        FormBrowser browser = trusted();
        passwordGiven(browser, trusting).returned();

        FormPage code = browser.open(strict.signIn().uri());

        assertAsked(code);
        assertThat(code.asks(BOX)).isFalse();
    }

    @Test
    void isAskedAtTheAccountPage() {
        FormBrowser browser = trusted();
        passwordGiven(browser, trusting).returned();

        FormPage code = OwnAccount.in(TENANT, browser).open("");

        assertAsked(code);
        assertThat(code.asks(BOX)).isFalse();
    }

    @Test
    void isAskedOnceTheDaysAreOver() {
        FormBrowser browser = trusted();

        after(Duration.ofDays(DAYS).minusHours(1), () -> assertNotAsked(passwordGiven(browser, trusting)));
        after(Duration.ofDays(DAYS).plusHours(1), () -> assertAsked(passwordGiven(browser, trusting)));
    }

    @Test
    void everyFlowCountsItsOwnDays() {
        FormBrowser browser = trusted();

        assertNotAsked(passwordGiven(browser, trustingForAWeek));
        after(Duration.ofDays(8), () -> {
            assertAsked(passwordGiven(browser, trustingForAWeek));
            assertNotAsked(passwordGiven(browser, trusting));
        });
    }

    @Test
    void isAskedByAnAppToWhichTheProofIsTooOld() {
        FormBrowser browser = trusted();

        assertNotAsked(passwordOf(email, browser, trusting.signIn(Map.of("max_age", "3600"))));
        after(Duration.ofHours(2), () -> assertAsked(passwordGiven(browser, trusting, Map.of("max_age", "3600"))));
    }

    @Test
    void isAskedAfterAPasswordChangeByAnAdministrator() {
        FormBrowser browser = trusted();

        TENANT.admin()
                .put(
                        user() + "/reset-password",
                        Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))
                .expect(204);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void isAskedAfterThePasswordIsChangedAtKeycloaksUser() {
        FormBrowser browser = trusted();

        TENANT.admin()
                .put(
                        user(),
                        Map.of(
                                "email",
                                email,
                                "credentials",
                                List.of(Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))))
                .expect(204);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void isAskedAfterTheCustomerChangedThePassword() {
        FormBrowser browser = trusted();
        FormPage change = browser.open(
                        shop.signIn(Map.of("kc_action", "UPDATE_PASSWORD")).uri())
                .asking("password-new");

        Element form = change.document().selectFirst("form:has([name=password-new])");
        browser.post(
                        URI.create(form.absUrl("action")),
                        Map.of("password-new", "another-Battery-7", "password-confirm", "another-Battery-7"))
                .returned();

        browser.closeAndReopen();
        assertAsked(passwordOf(email, "another-Battery-7", browser, trusting.signIn()));
    }

    @Test
    void isAskedAfterTheAddressChanged() {
        FormBrowser browser = trusted();
        String other = Customers.anyone();

        TENANT.admin()
                .put(user(), Map.of("email", other, "emailVerified", true))
                .expect(204);

        browser.closeAndReopen();
        assertAsked(passwordOf(other, browser, trusting.signIn()));
    }

    @Test
    void isAskedAfterTheCustomerChangedTheAddressAndChangedItBack() {
        FormBrowser browser = trusted();
        AddressChange change = AddressChange.in(browser, trusting, MAIL);

        change.to(Customers.anyone());
        MAIL.nextTo(email);
        change.to(email);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void isAskedAfterAnAdministratorEndedAllSessions() {
        FormBrowser browser = trusted();

        TENANT.admin().post(user() + "/logout", null).expect(204);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void isAskedAfterABlockAtKeycloaksRestThatWasTakenBack() {
        FormBrowser browser = trusted();

        TENANT.admin().put(user(), Map.of("email", email, "enabled", false)).expect(204);
        TENANT.admin().put(user(), Map.of("email", email, "enabled", true)).expect(204);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void isAskedAfterABlockAtOurRestThatWasTakenBack() {
        FormBrowser browser = trusted();
        String customer =
                TENANT.path("/customers/" + TENANT.customer(email).path("id").asText());

        TENANT.admin().put(customer, Map.of("email", email, "enabled", false)).expect(200);
        TENANT.admin().put(customer, Map.of("email", email)).expect(200);

        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void theDeviceGoesWithItsCustomer() {
        FormBrowser browser = trusted();
        String device = deviceOf(browser);
        TestSupport server = TestSupport.of(TENANT.server());
        assertThat(server.columnsContaining(device)).contains("XT_TRUSTED_DEVICE.ID");

        TENANT.admin().delete(user()).expect(204);

        assertThat(server.columnsContaining(device)).doesNotContain("XT_TRUSTED_DEVICE.ID");
    }

    @Test
    void theDeviceGoesWhenItsTimeIsOver() {
        FormBrowser browser = trusted();
        String device = deviceOf(browser);
        TestSupport server = TestSupport.of(TENANT.server());

        after(Duration.ofDays(DAYS + 1), () -> server.runTask("xt-trusted-device-purge"));

        assertThat(server.columnsContaining(device)).doesNotContain("XT_TRUSTED_DEVICE.ID");
    }

    /** Single sign-on stays one: nothing was proven now. */
    @Test
    void asksNothingInASessionOfAnotherAppAndLeavesTheTimeOfItsProof() {
        FormBrowser browser = trusted();
        browser.closeAndReopen();
        SignIn atShop = shop.signIn();
        SignIn.Tokens first = atShop.redeem(passwordOf(email, browser, atShop).returned());

        after(Duration.ofMinutes(30), () -> {
            URI silent = browser.open(trusting.signIn(Map.of("prompt", "none")).uri())
                    .returned();
            assertThat(silent.getQuery()).contains("code=");
            SignIn again = trusting.signIn();
            SignIn.Tokens tokens = again.redeem(browser.open(again.uri()).returned());
            assertThat(tokens.id().getClaim("auth_time")).isEqualTo(first.id().getClaim("auth_time"));
            assertThat(tokens.id().getClaim("sid")).isEqualTo(first.id().getClaim("sid"));
        });
    }

    @Test
    void whoStartsAgainAsSomebodyElseInTheSameTabIsAsked() {
        String ben = another();
        FormBrowser browser = trusted();
        TENANT.admin()
                .put(user(), Map.of("email", email, "requiredActions", List.of("UPDATE_PASSWORD")))
                .expect(204);
        FormPage due = passwordGiven(browser, trusting).asking("password-new");

        String tab = due.document().selectFirst("form:has([name=password-new])").absUrl("action");
        URI restart =
                URI.create(TENANT.issuer() + "/login-actions/restart?" + tab.substring(tab.indexOf("client_id=")));
        FormPage password = browser.submit(browser.open(restart).asking("username"), Map.of("username", ben));

        assertAsked(browser.submit(password.asking("password"), Map.of("password", Journey.PASSWORD)));
    }

    @Test
    void tabsAtOnceAreAllLetIn() {
        FormBrowser browser = trusted();
        passwordGiven(browser, shop).returned();

        List<FormPage> tabs =
                AtOnce.times(8, () -> browser.secondTab().open(trusting.signIn().uri()));

        assertThat(tabs).allSatisfy(tab -> assertThat(tab.leftFor()).isNotNull());
    }

    @Test
    void aRefreshEndsOnceTheFlowTrustsNoDevice() {
        String flow = TENANT.userFlow(FlowSpec.named("once-trusting").trustsDevices(DAYS));
        RelyingParty app = TENANT.app("once-trusting", flow);
        FormBrowser browser = trusted();
        browser.closeAndReopen();
        SignIn signIn = app.signIn();
        SignIn.Tokens tokens = signIn.redeem(passwordOf(email, browser, signIn).returned());

        TENANT.admin()
                .put(
                        TENANT.path("/user-flows/" + flow),
                        FlowSpec.named("once-trusting").requiresMfa().json())
                .expect(200);

        assertThat(signIn.refresh(tokens.refreshToken()).status()).isEqualTo(400);
    }

    @Test
    void theCustomerRevokesADeviceOnTheAccountPage() {
        FormBrowser browser = trusted();
        FormBrowser other = new FormBrowser(Map.of(
                "Accept-Language", "en", "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"));
        trust(email, other, trusting);
        OwnAccount account = OwnAccount.in(TENANT, other);
        FormPage page = account.open("sign-in");
        Element current =
                page.document().select("section:has(#xt-devices-title) li").first();

        int mails = MAIL.countTo(email);
        FormPage done = account.press(page, "xt-devices", Map.of("device", deviceOf(other)));

        assertThat(current.text()).contains("Firefox 140, Linux").contains("This device");
        assertThat(done.message()).contains("no longer trusted");
        assertAsked(passwordGiven(other, trusting));
        assertNotAsked(passwordGiven(browser, trusting));
        assertThat(events("REMOVE_CREDENTIAL")
                        .path(0)
                        .at("/details/credential_type")
                        .asText())
                .isEqualTo("xt-trusted-device");
        // The code that was asked for since, and no notice that a means of proof was removed.
        assertThat(MAIL.mail(email, mails).code()).isPresent();
        assertThat(MAIL.countTo(email)).isEqualTo(mails + 1);
    }

    @Test
    void theCustomerRevokesAllDevices() {
        FormBrowser browser = trusted();
        FormBrowser other = new FormBrowser();
        trust(email, other, trusting);
        OwnAccount account = OwnAccount.in(TENANT, other);

        account.press(account.open("sign-in"), "xt-devices", Map.of("device", "all"));

        assertAsked(passwordGiven(browser, trusting));
        assertAsked(passwordGiven(other, trusting));
    }

    @Test
    void nobodyRevokesTheDeviceOfAnother() {
        FormBrowser browser = trusted();
        String ben = another();
        FormBrowser bens = new FormBrowser();
        trust(ben, bens, trusting);
        OwnAccount account = OwnAccount.in(TENANT, bens);

        FormPage refused = bens.post(
                account.address("sign-in/device-removal"),
                Map.of("token", account.token(), "device", deviceOf(browser)));

        assertThat(refused.status()).isEqualTo(409);
        assertNotAsked(passwordGiven(browser, trusting));
    }

    @Test
    void anAdministratorSeesTheDevicesAndTrustsNoneAnyMore() {
        FormBrowser browser = trusted();
        String devices =
                TENANT.path("/customers/" + TENANT.customer(email).path("id").asText() + "/trusted-devices");

        JsonNode listed = TENANT.admin().get(devices).expect(200).json();
        TENANT.admin().delete(devices).expect(204);

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").asText()).isEqualTo(deviceOf(browser));
        assertThat(listed.toString()).doesNotContain(randomOf(browser.cookie(cookieOf(browser))));
        assertThat(TENANT.admin().get(devices).expect(200).json()).isEmpty();
        assertAsked(passwordGiven(browser, trusting));
    }

    @Test
    void trustingAgainOnTheSameDeviceLeavesOneOfIt() {
        FormBrowser browser = trusted();
        String first = browser.cookie(cookieOf(browser));
        FormPage password =
                browser.open(trusting.signIn(Map.of("prompt", "login")).uri());
        FormPage code = browser.submit(password, Map.of("password", Journey.PASSWORD));
        browser.submit(code.asking(BOX), Map.of("code", MAIL.codeFor(email), "action", "verify", BOX, "on"))
                .returned();

        FormBrowser copy = new FormBrowser();
        copy.plantCookie(cookieOf(browser), realmPath(TENANT), first);

        assertThat(browser.cookie(cookieOf(browser))).isNotEqualTo(first);
        assertNotAsked(passwordGiven(browser, trusting));
        assertAsked(passwordGiven(copy, trusting));
    }

    /** Returns a browser that the customer trusts and that is signed in by both factors. */
    private FormBrowser trusted() {
        FormBrowser browser = new FormBrowser();
        trust(email, browser, trusting);
        return browser;
    }

    private static void trust(String who, FormBrowser browser, RelyingParty app) {
        browser.closeAndReopen();
        FormPage code = passwordOf(who, browser, app.signIn()).asking(BOX);
        browser.submit(code, Map.of("code", MAIL.codeFor(who), "action", "verify", BOX, "on"))
                .returned();
    }

    /** Signs in anew in the browser, from the sign-in page to the page after the password. */
    private FormPage passwordGiven(FormBrowser browser, RelyingParty app) {
        return passwordGiven(browser, app, Map.of());
    }

    private FormPage passwordGiven(FormBrowser browser, RelyingParty app, Map<String, String> further) {
        browser.closeAndReopen();
        return passwordOf(email, browser, app.signIn(new HashMap<>(further)));
    }

    private static FormPage passwordOf(String who, FormBrowser browser, SignIn signIn) {
        return passwordOf(who, Journey.PASSWORD, browser, signIn);
    }

    private static FormPage passwordOf(String who, String password, FormBrowser browser, SignIn signIn) {
        browser.closeAndReopen();
        FormPage asked = browser.submit(browser.open(signIn.uri()).asking("username"), Map.of("username", who));
        return browser.submit(asked.asking("password"), Map.of("password", password));
    }

    /** The page for the code; it has no field for one while a mail just went out. */
    private static void assertAsked(FormPage page) {
        assertThat(page.document().selectFirst("form#xt-code"))
                .as(page.toString())
                .isNotNull();
    }

    private static void assertNotAsked(FormPage page) {
        page.returned();
    }

    private static String another() {
        String other = Customers.anyone();
        TENANT.existingCustomer(other, Journey.PASSWORD);
        return other;
    }

    private static String cookieOf(FormBrowser browser) {
        return browser.cookiesSet(COOKIE).get(0);
    }

    private static String deviceOf(FormBrowser browser) {
        String cookie = browser.cookie(cookieOf(browser));
        return cookie.substring(0, cookie.indexOf('.'));
    }

    private static String randomOf(String cookie) {
        return cookie.substring(cookie.indexOf('.') + 1);
    }

    private static String realmPath(Tenant tenant) {
        return "/realms/" + tenant.realm() + "/";
    }

    private String user() {
        return "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
    }

    private JsonNode events(String type) {
        String id = TENANT.customer(email).path("id").asText();
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&user=" + id)
                .expect(200)
                .json();
    }

    private static void after(Duration passed, Runnable work) {
        TestSupport.of(TENANT.server()).at(passed, work);
    }
}
