package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.externaltenants.tests.harness.AuthenticatorApp;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.CodePage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of second factors work for everybody: checked by axe, in a narrow window, in the dark, in German, without scripts. */
@Tag("any-database")
final class SecondFactorPagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("second-factor-pages", MAIL);

    private static RelyingParty secured;

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession desktop = BrowserSession.desktop();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    private final AuthenticatorApp app = new AuthenticatorApp("JBSWY3DPEHPK3PXP");
    private final String email = Customers.anyone();

    @BeforeAll
    static void anAppThatAsksForTwo() {
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @Test
    void theyWorkWithoutScripts() {
        walk(withoutJavaScript);
    }

    @Test
    void theyFitIntoANarrowWindow() {
        walk(narrow);
    }

    @Test
    void theyAreAccessibleInTheDark() {
        walk(dark);
    }

    @Test
    void theyAreAccessibleInGerman() {
        walk(german);
    }

    @Test
    void aCodeIsPastedAsTheMailShowsItOrAsAKeyboardTypesIt() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        desktop.open(secured.signIn().uri());
        CodePage code = new SignInPage(desktop).continueAs(email).continueWithCode(Journey.PASSWORD);
        answerAsTheApp(desktop);
        String right = MAIL.codeFor(email);
        StringBuilder fullWidth = new StringBuilder();
        right.chars().forEach(digit -> fullWidth.append((char) (digit - '0' + '\uff10')));

        code.type(" " + fullWidth.substring(0, 4) + " - " + fullWidth.substring(4) + " ");

        atTheApp(desktop);
    }

    @Test
    void aPasskeyIsSetUpAndThenAskedForFirst() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        passkeysOf(desktop.page());
        answerAsTheApp(desktop);
        desktop.open(byName(secured.signIn(Map.of("kc_action", "webauthn-register"))));
        new SignInPage(desktop)
                .continueAs(email)
                .continueWithCode(Journey.PASSWORD)
                .type(MAIL.codeFor(email));
        desktop.page().locator("#registerWebAuthn").waitFor();
        desktop.arrivedAt("passkey-set-up");
        desktop.page().locator("#authenticatorLabel").fill("Kim's key");
        desktop.page().locator("#registerWebAuthn").click();
        atTheApp(desktop);

        desktop.open(byName(secured.signIn(Map.of("prompt", "login"))));
        desktop.page().locator("form#xt-password [name=password]").fill(Journey.PASSWORD);
        desktop.page().locator("#xt-sign-in").click();
        desktop.page().locator("#authenticateWebAuthnButton").waitFor();
        assertThat(desktop.page().locator("main").innerText()).contains("Kim's key");
        desktop.arrivedAt("passkey");
        desktop.page().locator("#authenticateWebAuthnButton").click();
        atTheApp(desktop);

        assertThat(desktop.page().url()).contains("code=");
    }

    private void walk(BrowserSession browser) {
        TENANT.existingCustomer(email, app.besides(Journey.PASSWORD));
        answerAsTheApp(browser);
        signInAnotherWay(browser);
        setUpAnApp(browser);
        setUpAndUseRecoveryCodes(browser);
        removeTheApp(browser);
    }

    private void signInAnotherWay(BrowserSession browser) {
        toTheAuthenticatorApp(browser, Map.of());
        browser.arrivedAt("authenticator-app");
        fill(browser, "otp", "12 34 5", "#kc-login");
        browser.page().locator("[id='otp-error']").waitFor();
        browser.arrivedAt("authenticator-app-refused");
        browser.page().locator("#try-another-way").click();
        browser.page().locator(".xt-option").first().waitFor();
        browser.arrivedAt("ways");
        browser.page().locator(".xt-option").nth(1).click();
        browser.page().locator("form#xt-code").waitFor();
        browser.arrivedAt("code-or-another-way");
        browser.page().locator("#try-another-way").click();
        browser.page().locator(".xt-option").first().click();
        fill(browser, "otp", app.code(), "#kc-login");
        atTheApp(browser);
    }

    private void setUpAnApp(BrowserSession browser) {
        browser.open(secured.signIn(Map.of("kc_action", "CONFIGURE_TOTP")).uri());
        browser.page().locator("#totp").waitFor();
        browser.arrivedAt("authenticator-app-set-up");
        browser.page().locator("#mode-manual").click();
        browser.page().locator("#kc-totp-secret-key").waitFor();
        browser.arrivedAt("authenticator-app-set-up-by-key");
        fill(browser, "totp", "123456", "#saveTOTPBtn");
        browser.page().locator("#totp-error, #userLabel-error").first().waitFor();
        browser.arrivedAt("authenticator-app-set-up-refused");
        AuthenticatorApp second =
                new AuthenticatorApp(browser.page().locator("#totpSecret").inputValue());
        browser.page().locator("#userLabel").fill("Tablet");
        fill(browser, "totp", second.code(), "#saveTOTPBtn");
        atTheApp(browser);
        toTheAuthenticatorApp(browser, Map.of("prompt", "login"));
        browser.arrivedAt("authenticator-apps");
        browser.page().locator("input[name=selectedCredentialId]").nth(1).check();
        fill(browser, "otp", second.code(), "#kc-login");
        atTheApp(browser);
    }

    private void setUpAndUseRecoveryCodes(BrowserSession browser) {
        browser.open(secured.signIn(Map.of("kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES"))
                .uri());
        browser.page().locator("#kc-recovery-codes-list").waitFor();
        browser.arrivedAt("recovery-codes");
        String code =
                browser.page().locator("#kc-recovery-codes-list li").first().innerText();
        browser.page().locator("#saveRecoveryAuthnCodesBtn").click();
        atTheApp(browser);
        toTheAuthenticatorApp(browser, Map.of("prompt", "login"));
        browser.page().locator("#try-another-way").click();
        browser.page().locator(".xt-option").nth(2).click();
        browser.page().locator("#recoveryCodeInput").waitFor();
        browser.arrivedAt("recovery-code");
        fill(browser, "recoveryCodeInput", "AAAA-BBBB-CCCC", "#kc-login");
        browser.page().locator("#recoveryCodeInput-error").waitFor();
        browser.arrivedAt("recovery-code-refused");
        fill(browser, "recoveryCodeInput", code, "#kc-login");
        atTheApp(browser);
    }

    private void removeTheApp(BrowserSession browser) {
        browser.page().navigate(TENANT.issuer() + "/account/sign-in");
        browser.page().locator("#xt-remove-factor-0 button").waitFor();
        browser.arrivedAt("account-second-factors");
        browser.page().locator("#xt-remove-factor-0 button").click();
        browser.page().locator("#kc-accept").waitFor();
        browser.arrivedAt("second-factor-removal");
        browser.page().locator("#kc-accept").click();
        browser.page().locator("#xt-factors-title").waitFor();
        browser.page().waitForLoadState();
        assertThat(browser.page().locator("#xt-remove-factor-2").count()).isZero();
    }

    private void toTheAuthenticatorApp(BrowserSession browser, Map<String, String> more) {
        browser.open(secured.signIn(more).uri());
        if (more.isEmpty()) {
            new SignInPage(browser).continueAs(email);
        }
        browser.page().locator("form#xt-password [name=password]").fill(Journey.PASSWORD);
        browser.page().locator("#xt-sign-in").click();
        browser.page().locator("#otp").waitFor();
    }

    private static void fill(BrowserSession browser, String field, String value, String button) {
        browser.page().locator("#" + field).fill(value);
        browser.page().locator(button).click();
    }

    /** Browsers make no passkeys for a number. */
    private static URI byName(SignIn signIn) {
        return URI.create(signIn.uri().toString().replaceFirst("^http://127[.]0[.]0[.]1", "http://localhost"));
    }

    private static void answerAsTheApp(BrowserSession browser) {
        browser.page()
                .route(
                        url -> url.startsWith(RelyingParty.CALLBACK.toString()),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<p id=\"app\">The app</p>")));
    }

    private static void atTheApp(BrowserSession browser) {
        browser.page().locator("#app").waitFor();
    }

    /** Gives the browser an authenticator that says yes to everything. */
    private static void passkeysOf(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject authenticator = new JsonObject();
        authenticator.addProperty("protocol", "ctap2");
        authenticator.addProperty("transport", "internal");
        authenticator.addProperty("hasResidentKey", true);
        authenticator.addProperty("hasUserVerification", true);
        authenticator.addProperty("isUserVerified", true);
        authenticator.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", authenticator);
        devTools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
