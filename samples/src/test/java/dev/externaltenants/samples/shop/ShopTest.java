package dev.externaltenants.samples.shop;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import dev.externaltenants.samples.Browser;
import dev.externaltenants.samples.StubIssuer;
import dev.externaltenants.samples.web.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShopTest {

    private final Browser browser = new Browser();
    private StubIssuer issuer;
    private Shop shop;

    @BeforeEach
    void start() throws Exception {
        issuer = new StubIssuer();
        shop = Shop.start(0, ShopConfig.publicClient(issuer.url(), "shop"));
    }

    @AfterEach
    void stop() {
        shop.close();
        issuer.close();
    }

    @Test
    void sendsToSignInWithPkceStateAndNonce() throws Exception {
        HttpResponse<String> response = browser.get(page("sign-in"));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Browser.redirectParameters(response))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", shop.callbackUrl().toString())
                .containsKeys("code_challenge", "state", "nonce")
                .doesNotContainKey("prompt");
    }

    @Test
    void asksForSignUpByPrompt() throws Exception {
        assertThat(Browser.redirectParameters(browser.get(page("create-account"))))
                .containsEntry("prompt", "create");
    }

    @Test
    void signsInWithGoodTokensAndShowsTheirClaims() throws Exception {
        Map<String, String> sent = signIn();
        issuer.tokenEndpointAnswers(tokens(sent.get("nonce"), issuer.key()));

        HttpResponse<String> returned = browser.get(callback("code=1&state=" + sent.get("state")));

        assertThat(returned.statusCode()).isEqualTo(303);
        assertThat(browser.get(shop.url()).body())
                .contains("Hello &lt;Ada&gt;")
                .contains("<dt>Loyalty tier</dt><dd>gold</dd>")
                .contains("<td data-claim=\"loyalty_tier\">gold</td>");
        assertThat(shop.customers()).hasSize(1);
    }

    @Test
    void refusesAnotherIssuerThatAnswersOnTheBackChannel() throws Exception {
        ShopConfig config =
                ShopConfig.publicClient(issuer.url().resolve("/other"), "shop").reachedAt(issuer.url());
        try (Shop misled = Shop.start(0, config)) {
            assertThat(browser.get(misled.url().resolve("sign-in")).body()).contains("discovery_failed");
        }
    }

    @Test
    void refusesAnUnknownState() throws Exception {
        signIn();

        assertThat(browser.get(callback("code=1&state=other")).body()).contains("unknown_state");
    }

    @Test
    void refusesTheStateOfAnotherBrowser() throws Exception {
        Map<String, String> sent = signIn();

        assertThat(new Browser()
                        .get(callback("code=1&state=" + sent.get("state")))
                        .body())
                .contains("unknown_state");
    }

    @Test
    void refusesAnIdTokenWithAnotherNonce() throws Exception {
        Map<String, String> sent = signIn();
        issuer.tokenEndpointAnswers(tokens("other", issuer.key()));

        assertThat(browser.get(callback("code=1&state=" + sent.get("state"))).body())
                .contains("invalid_token");
    }

    @Test
    void refusesTokensSignedByAnotherKey() throws Exception {
        Map<String, String> sent = signIn();
        issuer.tokenEndpointAnswers(tokens(sent.get("nonce"), StubIssuer.newKey()));

        assertThat(browser.get(callback("code=1&state=" + sent.get("state"))).body())
                .contains("invalid_token");
    }

    @Test
    void refusesAResponseOfAnotherIssuer() throws Exception {
        Map<String, String> sent = signIn();

        assertThat(browser.get(callback("code=1&iss=http://evil.example&state=" + sent.get("state")))
                        .body())
                .contains("wrong_issuer");
    }

    @Test
    void showsTheErrorOfTheAuthorizationResponse() throws Exception {
        Map<String, String> sent = signIn();

        HttpResponse<String> response = browser.get(
                callback("error=access_denied&error_description=No%20%3Cway%3E&state=" + sent.get("state")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("access_denied", "No &lt;way&gt;", "authorization response");
    }

    @Test
    void showsTheErrorOfTheTokenEndpoint() throws Exception {
        Map<String, String> sent = signIn();
        issuer.tokenEndpointAnswers(
                Response.json(400, "{\"error\":\"server_error\",\"error_description\":\"Claims failed\"}"));

        assertThat(browser.get(callback("code=1&state=" + sent.get("state"))).body())
                .contains("server_error", "Claims failed", "token endpoint");
    }

    @Test
    void signsOutAtTheIdentityProviderToo() throws Exception {
        Map<String, String> sent = signIn();
        issuer.tokenEndpointAnswers(tokens(sent.get("nonce"), issuer.key()));
        browser.get(callback("code=1&state=" + sent.get("state")));

        HttpResponse<String> response = browser.post(page("sign-out"));

        assertThat(Browser.redirectParameters(response))
                .containsEntry("post_logout_redirect_uri", shop.url().toString())
                .containsKey("id_token_hint");
        assertThat(browser.get(shop.url()).body()).doesNotContain("Hello");
    }

    @Test
    void tellsWhenTheIdentityProviderIsDown() throws Exception {
        issuer.close();

        assertThat(browser.get(page("sign-in")).body()).contains("discovery_failed");
    }

    private Map<String, String> signIn() throws Exception {
        return Browser.redirectParameters(browser.get(page("sign-in")));
    }

    private Response tokens(String nonce, RSAKey key) throws Exception {
        String idToken = StubIssuer.signed(
                issuer.claims()
                        .audience("shop")
                        .claim("nonce", nonce)
                        .claim("given_name", "<Ada>")
                        .claim("loyalty_tier", "gold"),
                key);
        String accessToken = StubIssuer.signed(issuer.claims().claim("azp", "shop"), key);
        return Response.json(
                200,
                "{\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\",\"access_token\":\"" + accessToken
                        + "\"}");
    }

    private URI page(String path) {
        return shop.url().resolve(path);
    }

    private URI callback(String query) {
        return URI.create(shop.callbackUrl() + "?" + query);
    }
}
