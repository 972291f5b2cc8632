package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Response;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of an account work for everybody, in a real browser. */
@Tag("any-database")
final class AccountPagesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("account-pages", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession dark = BrowserSession.darkDesktop();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    private String email;

    @BeforeAll
    static void aFlowWithEveryKindOfField() {
        FABRIKAM.oidcProviderOf(TENANT, "fabrikam");
        TENANT.attribute("loyaltyNumber", "INT");
        TENANT.attribute("interests", "STRING_COLLECTION");
        TENANT.attribute("level", "STRING");
        TENANT.attribute("birthday", "DATE");
        List<Map<String, String>> interests =
                List.of(Map.of("text", "Coffee", "value", "coffee"), Map.of("text", "Tea", "value", "tea"));
        TENANT.userFlow(FlowSpec.named("customers")
                .asks("givenName")
                .asks("country", "COUNTRY", false)
                .asksOptionally("loyaltyNumber", "NUMERIC")
                .asksOptionally("birthday", "DATE")
                .asks("interests", Map.of("inputType", "CHECKBOXES", "options", interests, "label", "Interests"))
                .asks("level", Map.of("editable", false, "label", "Your level"))
                .lists("fabrikam"));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        String user = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();
        TENANT.admin()
                .put(
                        user,
                        Map.of(
                                "email",
                                email,
                                "firstName",
                                "Kim",
                                "lastName",
                                "Akers",
                                "attributes",
                                Map.of("level", List.of("Gold"), "country", List.of("NO"))))
                .expect(204);
        TENANT.link(email, "fabrikam", "subject-of-" + email);
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

    @Test
    void everyPageReadsFromRightToLeft() {
        signIn(narrow);
        for (String page : List.of("", "sign-in", "privacy", "privacy/deletion")) {
            narrow.open(address(page));
            narrow.page().evaluate("document.documentElement.dir = 'rtl'");
            narrow.arrivedAt("rtl-" + page.replace('/', '-'));
        }
    }

    @Test
    void aKeyboardIsEnough() {
        signIn(dark);

        tabTo(dark, "attr.givenName");
        dark.page().keyboard().press("Control+A");
        dark.page().keyboard().type("Robin");
        dark.page().keyboard().press("Enter");
        dark.page().locator(".alert-success").waitFor();

        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Robin");
    }

    @Test
    void noPageIsKeptFramedOrToldToOthers() {
        signIn(dark);

        for (String page : List.of("", "sign-in", "privacy", "privacy/deletion")) {
            Response response = dark.page().navigate(address(page).toString());

            assertThat(response.headerValue("cache-control")).as(page).isEqualTo("no-store");
            assertThat(response.headerValue("x-frame-options")).isEqualTo("DENY");
            assertThat(response.headerValue("referrer-policy")).isEqualTo("no-referrer");
            assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
            assertThat(response.headerValue("content-security-policy"))
                    .contains("frame-ancestors 'none'")
                    .contains("object-src 'none'");
        }
        assertThat(dark.page().context().cookies(address("").toString()).stream()
                        .filter(cookie -> cookie.name.startsWith("XT_"))
                        .allMatch(cookie -> cookie.httpOnly))
                .isTrue();
    }

    private void walkEveryPage(BrowserSession browser) {
        signIn(browser);
        browser.arrivedAt("personal");
        browser.page().locator("[name='attr.givenName']").fill("");
        browser.page().locator("[name='attr.loyaltyNumber']").fill("many");
        browser.page().locator("#xt-save").click();
        browser.page().locator("#xt-errors").waitFor();
        browser.arrivedAt("personal-refused");
        browser.page().locator("[name='attr.givenName']").fill("Robin");
        browser.page().locator("[name='attr.loyaltyNumber']").fill("4711");
        browser.page().locator("[name='attr.interests'][value='tea']").check();
        browser.page().locator("#xt-save").click();
        browser.page().locator(".alert-success").waitFor();
        browser.arrivedAt("personal-saved");
        browser.page().locator("#xt-to-sign-in").click();
        browser.page().locator("#xt-sessions-title").waitFor();
        browser.arrivedAt("sign-in");
        browser.page().locator("#xt-to-privacy").click();
        browser.page().locator("#xt-download").waitFor();
        browser.arrivedAt("privacy");
        Download file = browser.page()
                .waitForDownload(() -> browser.page().locator("#xt-download").click());
        assertThat(file.suggestedFilename()).isEqualTo("account-data.json");
        TestSupport.of(TENANT.server()).at(Duration.ofMinutes(6), () -> deleteAccount(browser));
        assertThat(TENANT.customer(email).path("enabled").asBoolean()).isFalse();
    }

    private static void deleteAccount(BrowserSession browser) {
        browser.page().locator("#xt-to-deletion").click();
        browser.page().locator("#xt-prove button").waitFor();
        browser.arrivedAt("deletion");
        browser.page().locator("#xt-prove button").click();
        browser.page().locator("#password").fill(Journey.PASSWORD);
        browser.page().locator("#password").press("Enter");
        browser.page().locator("#xt-delete button").waitFor();
        browser.arrivedAt("deletion-proven");
        browser.page().locator("#xt-delete button").click();
        browser.page().locator("#xt-farewell").waitFor();
        browser.arrivedAt("deleted");
    }

    private void signIn(BrowserSession browser) {
        browser.open(address(""));
        browser.page().locator("#username").fill(email);
        browser.page().locator("#username").press("Enter");
        browser.page().locator("#password").fill(Journey.PASSWORD);
        browser.page().locator("#password").press("Enter");
        browser.page().locator("#xt-save").waitFor();
    }

    private static void tabTo(BrowserSession browser, String name) {
        for (int presses = 0; presses < 20; presses++) {
            browser.page().keyboard().press("Tab");
            if (name.equals(browser.page().evaluate("document.activeElement.name"))) {
                return;
            }
        }
        throw new AssertionError("The tab key does not reach " + name);
    }

    private static URI address(String page) {
        return URI.create(TENANT.issuer() + "/account/" + page);
    }
}
