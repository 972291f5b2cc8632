package dev.externaltenants.tests;

import java.util.Map;

import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.CodePage;
import dev.externaltenants.tests.pages.ShopPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages around a sign-in with an identity provider work for everybody, in a real browser. */
@Tag("any-database")
final class FederatedPagesTest {

    private static final String PROVIDER = "fabrikam";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("federated-pages", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static Shop shop;
    private static String flow;

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void shopWithAProvider() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.shop("shop");
        flow = TENANT.userFlow(FlowSpec.named("customers").asks("givenName").lists(PROVIDER));
        TENANT.assign(flow, "shop");
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
    void everyPageIsAccessibleInGerman() {
        walkEveryPage(german);

        assertThat(german.page().locator("html").getAttribute("lang")).isEqualTo("de");
    }

    private static void walkEveryPage(BrowserSession browser) {
        String customer = signUpWithoutAddress(browser);
        addWhatIsMissing(browser, customer);
        linkByPassword(browser);
        linkByCode(browser);
    }

    /** Returns who signed up, as the provider calls them. */
    private static String signUpWithoutAddress(BrowserSession browser) {
        String email = Customers.anyone();
        String username = email.replace("@example.com", "");
        FABRIKAM.user(username, null, false, Map.of());
        comeBack(browser, username);
        browser.page().locator("form#xt-email").waitFor();
        browser.arrivedAt("broker-email");
        browser.page().locator("#email").fill("not an address");
        browser.page().locator("#xt-send-code").click();
        browser.page().locator("#email-error").waitFor();
        browser.arrivedAt("broker-email-refused");
        browser.page().locator("#email").fill(email);
        browser.page().locator("#xt-send-code").click();
        CodePage code = new CodePage(browser);
        browser.arrivedAt("broker-email-code");
        code.confirm(MAIL.codeFor(email)).fill("givenName", "Kim").create();
        ShopPage.signedIn(browser);
        return username;
    }

    private static void addWhatIsMissing(BrowserSession browser, String username) {
        changeFlow(FlowSpec.named("customers").asks("givenName").asks("city").lists(PROVIDER));
        comeBack(browser, username);
        browser.page().locator("form#xt-attributes").waitFor();
        browser.arrivedAt("missing-attributes");
        browser.page().locator("#xt-create-account").click();
        browser.page().locator("#xt-field-0-error").waitFor();
        browser.arrivedAt("missing-attributes-refused");
        browser.page().locator("#xt-field-0").fill("Oslo");
        browser.page().locator("#xt-create-account").click();
        ShopPage.signedIn(browser);
        changeFlow(FlowSpec.named("customers").asks("givenName").lists(PROVIDER));
    }

    private static void linkByPassword(BrowserSession browser) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        FABRIKAM.user(email, email, true, Map.of());
        comeBack(browser, email);
        browser.page().locator("form#xt-link-password").waitFor();
        browser.arrivedAt("link-password");
        browser.page().locator("#password").fill("not-the-Password-1");
        browser.page().locator("#xt-link").click();
        browser.page().locator("#password-error").waitFor();
        browser.arrivedAt("link-password-refused");
        browser.page().locator("#password").fill(Journey.PASSWORD);
        browser.page().locator("#xt-link").click();
        ShopPage.signedIn(browser);
    }

    private static void linkByCode(BrowserSession browser) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email);
        FABRIKAM.user(email, email, true, Map.of("locality", "Oslo"));
        comeBack(browser, email);
        CodePage code = new CodePage(browser);
        browser.arrivedAt("link-code");
        code.type(MAIL.codeFor(email));
        browser.page().locator("form#xt-attributes").waitFor();
        browser.arrivedAt("missing-attributes-after-linking");
    }

    /** Chooses the provider at the shop's sign-in, as somebody who never was there, and signs in there. */
    private static void comeBack(BrowserSession browser, String username) {
        browser.page().context().clearCookies();
        browser.open(shop.url());
        ShopPage.signedOut(browser).signIn();
        browser.page().locator("a[href*='/broker/" + PROVIDER + "/']").click();
        browser.page().locator("#username").fill(username);
        browser.page().locator("#password").fill(ForeignProvider.PASSWORD);
        browser.page().locator("#kc-login").click();
    }

    private static void changeFlow(FlowSpec wanted) {
        Map<String, Object> json = wanted.json();
        TENANT.admin().put(TENANT.path("/user-flows/" + flow), json).expect(200);
    }
}
