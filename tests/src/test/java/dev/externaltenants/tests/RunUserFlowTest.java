package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator tries a user flow out by the request that the REST prepares. */
@Tag("any-database")
final class RunUserFlowTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("run", MAIL);

    private static String flow;

    @BeforeAll
    static void flowWithTwoApps() {
        flow = TENANT.userFlow(FlowSpec.named("customers"));
        TENANT.app("shop", flow);
        TENANT.app("blog", flow);
    }

    @Test
    void thePreparedRequestSignsInToItsAppAndTheCodeIsRedeemedByTheVerifier() throws Exception {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        JsonNode run = run("?application=shop").expect(200).json();

        URI returned = signedIn(run, email).returned();

        Map<String, List<String>> parameters = URLUtils.parseParameters(returned.getRawQuery());
        assertThat(returned.toString()).startsWith(run.path("redirectUri").asText());
        assertThat(parameters.get("state")).containsExactly(run.path("state").asText());
        JWTClaimsSet claims = JWTParser.parse(redeem(run, parameters.get("code").get(0))
                        .expect(200)
                        .json()
                        .path("id_token")
                        .asText())
                .getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("shop");
        assertThat(claims.getStringClaim("nonce")).isEqualTo(run.path("nonce").asText());
    }

    @Test
    void takesTheFirstAppItsRedirectUriAndPkceByDefault() {
        JsonNode run = run("").expect(200).json();

        assertThat(run.path("application").asText()).isEqualTo("blog");
        assertThat(run.path("redirectUri").asText()).isEqualTo(RelyingParty.CALLBACK.toString());
        assertThat(run.at("/pkce/codeChallengeMethod").asText()).isEqualTo("S256");
        assertThat(run.path("openIdConfiguration").asText())
                .isEqualTo(TENANT.issuer() + "/.well-known/openid-configuration");
    }

    @Test
    void takesAnAppThatCanBeRunAndNamesTheOneThatCannot() {
        String other = TENANT.userFlow(FlowSpec.named("partners"));
        Map<String, Object> anywhere = Map.of("clientId", "anywhere", "redirectUris", List.of("https://a.example/*"));
        TENANT.admin().post("/" + TENANT.realm() + "/clients", anywhere).expect(201);
        TENANT.admin()
                .put(TENANT.path("/user-flows/" + other + "/applications/anywhere"), null)
                .expect(204);
        Answer refused = TENANT.admin().get(TENANT.path("/user-flows/" + other + "/run"));
        TENANT.app("exact", other);

        Answer run = TENANT.admin().get(TENANT.path("/user-flows/" + other + "/run"));

        assertRefused(refused, 400, "xt_redirect_uri_missing");
        assertThat(refused.json().path("error_description").asText()).contains("anywhere");
        assertThat(run.expect(200).json().path("application").asText()).isEqualTo("exact");
    }

    @Test
    void isNewEachTime() {
        JsonNode first = run("").expect(200).json();
        JsonNode second = run("").expect(200).json();

        assertThat(second.path("state")).isNotEqualTo(first.path("state"));
        assertThat(second.path("nonce")).isNotEqualTo(first.path("nonce"));
        assertThat(second.path("pkce")).isNotEqualTo(first.path("pkce"));
    }

    @Test
    void showsThePagesInTheLanguageThatWasAskedFor() {
        JsonNode run = run("?language=de").expect(200).json();

        FormPage page = new FormBrowser().open(url(run));

        assertThat(page.document().select("html").attr("lang")).isEqualTo("de");
    }

    @Test
    void leavesPkceOutWhereThatIsAskedFor() {
        JsonNode run = run("?pkce=false").expect(200).json();

        assertThat(run.has("pkce")).isFalse();
        assertThat(run.path("url").asText()).doesNotContain("code_challenge");
    }

    @Test
    void refusesWhatTheFlowOrItsAppDoesNotHave() {
        String empty = TENANT.userFlow(FlowSpec.named("without-app"));
        String elsewhere = Forms.encode(Map.of("redirectUri", "https://elsewhere.example/"));

        assertRefused(TENANT.admin().get(path(empty)), 409, "xt_flow_without_application");
        assertRefused(run("?application=unknown"), 400, "xt_flow_application_unknown");
        assertRefused(run("?" + elsewhere), 400, "xt_redirect_uri_unknown");
        assertRefused(run("?language=tlh"), 400, "xt_invalid_value");
        assertRefused(run("?pkce=maybe"), 400, "xt_invalid_value");
        assertRefused(TENANT.admin().get(path("unknown")), 404, "xt_flow_not_found");
    }

    private static FormPage signedIn(JsonNode run, String email) {
        FormBrowser browser = new FormBrowser();
        FormPage password = browser.submit(browser.open(url(run)), Map.of("username", email));
        return browser.submit(password, Map.of("password", Journey.PASSWORD));
    }

    private static Answer redeem(JsonNode run, String code) {
        Map<String, String> parameters = Map.of(
                "grant_type", "authorization_code",
                "client_id", run.path("application").asText(),
                "code", code,
                "redirect_uri", run.path("redirectUri").asText(),
                "code_verifier", run.at("/pkce/codeVerifier").asText());
        return AdminApi.send(
                "token request",
                HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Forms.encode(parameters)))
                        .build());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(code);
    }

    private static URI url(JsonNode run) {
        return URI.create(run.path("url").asText());
    }

    private static Answer run(String query) {
        return TENANT.admin().get(path(flow) + query);
    }

    private static String path(String flowId) {
        return TENANT.path("/user-flows/" + flowId + "/run");
    }
}
