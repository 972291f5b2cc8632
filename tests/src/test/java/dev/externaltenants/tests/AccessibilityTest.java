package dev.externaltenants.tests;

import java.net.URI;

import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.AttributesPage;
import dev.externaltenants.tests.pages.CodePage;
import dev.externaltenants.tests.pages.ErrorPage;
import dev.externaltenants.tests.pages.NewPasswordPage;
import dev.externaltenants.tests.pages.PasswordPage;
import dev.externaltenants.tests.pages.ResetPage;
import dev.externaltenants.tests.pages.ShopPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the main job works for everybody. The page objects check each page on arrival: axe finds nothing, and
 * nothing scrolls sideways.
 */
@Tag("any-database")
final class AccessibilityTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("accessible", MAIL);

    private static Shop shop;
    private static RelyingParty closed;
    private static RelyingParty codes;
    private static RelyingParty forgetful;

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void shopWithEveryInputType() {
        TENANT.attribute("loyaltyNumber", "INT");
        TENANT.attribute("newsletter", "STRING");
        TENANT.attribute("roast", "STRING");
        TENANT.attribute("acceptedTerms", "BOOLEAN");
        shop = TENANT.shop("shop");
        String flow = TENANT.userFlow(FlowSpec.named("default")
                .asks("givenName")
                .asksOptionally("loyaltyNumber", "NUMERIC")
                .asksOneOf("newsletter", "RADIO", "weekly", "never")
                .asksOneOf("roast", "SELECT", "light", "dark")
                .asks("country", "COUNTRY", true)
                .asksConsent("acceptedTerms", "I accept the [terms](" + shop.termsUrl() + ")")
                .requiresMfa());
        TENANT.assign(flow, "shop");
        codes = TENANT.app(
                "codes", TENANT.userFlow(FlowSpec.named("codes").byCode().asks("givenName")));
        forgetful = TENANT.app(
                "forgetful", TENANT.userFlow(FlowSpec.named("forgetful").requiresMfa()));
        closed = TENANT.app("closed", TENANT.userFlow(FlowSpec.named("closed").disabled()));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void everyPageWorksWithJavaScriptOff() {
        walkEveryPage(withoutJavaScript);
    }

    @Test
    void everyPageFitsIntoANarrowWindow() {
        walkEveryPage(narrow);
    }

    @Test
    void everyPageIsAccessibleInTheDark() {
        walkEveryPage(dark);
    }

    @Test
    void everyPageIsAccessibleInGerman() {
        walkEveryPage(german);

        assertThat(german.page().locator("html").getAttribute("lang")).isEqualTo("de");
    }

    private static void walkEveryPage(BrowserSession browser) {
        String email = Customers.anyone();
        signUpWithMistakes(browser, email);
        signInAgain(browser, email);
        signUpAgain(browser);
        meetClosedApp(browser);
        signInByCode(browser);
        resetThePassword(browser, email);
    }

    private static void resetThePassword(BrowserSession browser, String email) {
        browser.open(forgetful.signIn().uri());
        ResetPage reset = new SignInPage(browser).continueAs(email).forgotten().refused("not an address");
        CodePage code = reset.sendCodeTo(email);
        browser.arrivedAt("code-reset");
        String right = MAIL.codeFor(email);
        CodePage refused = code.refused(Codes.otherThan(right));
        refused.type(right);
        NewPasswordPage chosen = new NewPasswordPage(browser).refused("Password-1");
        browser.arrivedAt("new-password-refused");
        chosen.choose("Another-Horse-Battery-8");
        browser.page().locator("form#xt-identify").waitFor();
        browser.arrivedAt("sign-in-after-reset");
        browser.open(URI.create(TENANT.issuer() + "/login-actions/reset-credentials?client_id=codes"));
        new ErrorPage(browser);
        browser.arrivedAt("reset-not-offered");
    }

    private static void signUpWithMistakes(BrowserSession browser, String email) {
        browser.open(shop.url());
        CodePage code = ShopPage.signedOut(browser)
                .signIn()
                .createOne()
                .refused("not an address")
                .sendCodeTo(email);
        String right = MAIL.codeFor(email);
        AttributesPage attributes = code.refused(Codes.otherThan(right)).confirm(right);
        browser.arrivedAt("attributes-empty");
        AttributesPage refused = attributes.refused();
        browser.arrivedAt("attributes-refused");
        refused.password(Journey.PASSWORD).fill("givenName", "Kim").fill("loyaltyNumber", "4711");
        browser.page().locator("input[name='attr.newsletter'][value='weekly']").check();
        refused.choose("roast", "dark")
                .choose("country", "NZ")
                .tick("acceptedTerms")
                .create();
        ShopPage.signedIn(browser);
    }

    private static void signInAgain(BrowserSession browser, String email) {
        CodePage code = ShopPage.signedIn(browser)
                .signOut()
                .signIn()
                .continueAs(email)
                .refused("not-the-Password-1")
                .continueWithCode(Journey.PASSWORD);
        browser.arrivedAt("code-second-factor");
        code.type(MAIL.codeFor(email));
        ShopPage.signedIn(browser).signOut();
    }

    private static void signUpAgain(BrowserSession browser) {
        String known = Customers.anyone();
        TENANT.existingCustomer(known, Journey.PASSWORD);
        ShopPage.signedOut(browser).createAccount().sendCodeTo(known).confirmForKnownAddress(MAIL.codeFor(known));
    }

    private static void signInByCode(BrowserSession browser) {
        String email = Customers.anyone();
        browser.open(codes.signIn().uri());
        CodePage signUp = new SignInPage(browser).createOne().sendCodeTo(email);
        signUp.type(MAIL.codeFor(email));
        browser.page().locator("#xt-create-account").waitFor();
        browser.arrivedAt("attributes-without-password");
        browser.open(codes.signIn().uri());
        CodePage code = new SignInPage(browser).continueByCode(email);
        browser.arrivedAt("code-sign-in");
        PasswordPage password = code.usePassword();
        browser.arrivedAt("password-or-code");
        CodePage refused = password.useCode().refused("00000000");
        browser.arrivedAt("code-sign-in-refused");
        refused.usePassword();
    }

    private static void meetClosedApp(BrowserSession browser) {
        browser.open(closed.signIn().uri());
        new ErrorPage(browser);
    }
}
