package dev.externaltenants.tests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The built-in page that signs in as an app and shows what its tokens say. */
@Tag("any-database")
final class TestAppPageTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("test-app", MAIL);

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @BeforeAll
    static void appThatListsThePageAndOneThatDoesNot() {
        String flow = TENANT.userFlow(FlowSpec.named("customers"));
        TENANT.app("shop", flow);
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/clients",
                        Map.of(
                                "clientId",
                                "tester",
                                "publicClient",
                                true,
                                "redirectUris",
                                List.of(page().toString()),
                                "attributes",
                                Map.of("pkce.code.challenge.method", "S256")))
                .expect(201);
        TENANT.assign(flow, "tester");
        switchedOn(true);
    }

    @Test
    void isNotThereUnlessTheTenantSwitchesItOn() {
        switchedOn(false);
        List<Integer> statuses = List.of(statusOf(""), statusOf(".js"), statusOf(".css"));
        switchedOn(true);

        assertThat(statuses).containsOnly(404);
        assertThat(statusOf("")).isEqualTo(200);
    }

    @Test
    void showsTheClaimsOfTheTokensAndLeavesNoCodeInTheAddress() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        browser.open(URI.create(page() + "?client_id=tester"));
        browser.arrivedAt("test-app");
        browser.page().locator("#scope").fill("openid email");
        browser.page().locator("#sign-in").click();

        new SignInPage(browser).continueAs(email).give(Journey.PASSWORD);

        browser.page().locator("#tokens pre").nth(1).waitFor();
        browser.arrivedAt("test-app-tokens");
        assertThat(browser.page().locator("#tokens").innerText())
                .contains("ID token", "Access token", email, "\"azp\": \"tester\"");
        assertThat(browser.page().url()).isEqualTo(page().toString());
        assertThat(browser.page().evaluate("sessionStorage.length + localStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void fitsIntoANarrowWindow() {
        narrow.open(page());
        narrow.page().locator("#redirect-uri").getByText("test-app").waitFor();
        narrow.arrivedAt("test-app");
    }

    @Test
    void signsInToNoAppThatDoesNotListThePage() {
        browser.open(URI.create(page() + "?client_id=shop"));
        browser.page().locator("#sign-in").click();

        browser.page().waitForURL(url -> url.contains("/protocol/openid-connect/auth"));
        assertThat(browser.page().content()).contains("Invalid parameter: redirect_uri");
    }

    @Test
    void takesNoCodeThatThisTabDidNotAskFor() {
        browser.open(URI.create(page() + "?code=stolen&state=guessed"));

        Page page = browser.page();
        page.locator("#error:not([hidden])").waitFor();
        assertThat(page.locator("#error").innerText()).isEqualTo("This is not the answer to a request of this tab.");
        assertThat(page.url()).isEqualTo(page().toString());
    }

    @Test
    void loadsNothingFromElsewhereIsNotFramedAndIsNotCached() throws Exception {
        Map<String, List<String>> headers = get("").headers().map();

        assertThat(headers.get("content-security-policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.get("cache-control")).containsExactly("no-store");
        assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
        assertThat(headers.get("x-frame-options")).containsExactly("DENY");
    }

    private static void switchedOn(boolean on) {
        TENANT.admin().put(TENANT.path(""), Map.of("testApp", on)).expect(200);
    }

    private static int statusOf(String ending) {
        return get(ending).statusCode();
    }

    private static HttpResponse<Void> get(String ending) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(page() + ending)).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI page() {
        return URI.create(TENANT.issuer() + "/external-tenant/test-app");
    }
}
