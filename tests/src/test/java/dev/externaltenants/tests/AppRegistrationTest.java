package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** An app that is registered by our REST works with what the answer says, and does nothing beyond its type. */
final class AppRegistrationTest {

    private static final String CALLBACK = RelyingParty.CALLBACK.toString();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("apps", MAIL);

    @BeforeAll
    static void userFlow() {
        TENANT.userFlow(FlowSpec.named("customers").asks("givenName"));
    }

    @Test
    void aCustomerSignsUpAtASpaThatWasRegisteredWithItsUserFlow() {
        JsonNode app = register(Map.of(
                "type", "spa", "displayName", "Shop", "redirectUris", List.of(CALLBACK), "userFlow", "customers"));
        String email = Customers.anyone();
        Journey journey =
                Journey.at(RelyingParty.of(TENANT, app.path("clientId").asText()), MAIL);

        SignIn.Tokens tokens = journey.signIn().redeem(journey.signUp(email, Map.of("givenName", "Kim")));

        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
        assertThat(app.has("secret")).isFalse();
    }

    @Test
    void theServerGivesAClientIdAndSaysWhereTheAuthorityIs() {
        JsonNode app = register(Map.of("type", "spa"));

        assertThat(app.path("clientId").asText()).matches("[0-9a-f-]{36}");
        assertThat(app.path("authority").asText()).isEqualTo(TENANT.issuer());
        Answer discovery = AdminApi.send(
                "discovery",
                HttpRequest.newBuilder(URI.create(app.path("discoveryUrl").asText()))
                        .build());
        assertThat(discovery.expect(200).json().path("issuer").asText()).isEqualTo(TENANT.issuer());
        assertThat(app.at("/snippets/0/text").asText()).contains(TENANT.issuer());
    }

    @Test
    void whatTheDeveloperNeedsIsAnsweredAgainWithoutTheSecret() {
        JsonNode app = register(Map.of("type", "web"));
        String secret = app.path("secret").asText();

        Answer setup = TENANT.admin()
                .get(TENANT.path("/applications/" + app.path("clientId").asText() + "/setup"));

        assertThat(setup.expect(200).body()).doesNotContain(secret);
        assertThat(setup.json().path("authority")).isEqualTo(app.path("authority"));
        assertThat(setup.json().path("discoveryUrl")).isEqualTo(app.path("discoveryUrl"));
        assertThat(setup.json().at("/snippets/0/text").asText())
                .isEqualTo(app.at("/snippets/0/text").asText().replace(secret, "the app's secret"));
    }

    @Test
    void aWebAppGetsTokensWithItsSecretOnly() {
        JsonNode app = register(Map.of("type", "web", "redirectUris", List.of(CALLBACK), "userFlow", "customers"));
        String clientId = app.path("clientId").asText();
        RelyingParty web = RelyingParty.of(TENANT, clientId, app.path("secret").asText());
        String email = customer();

        Journey impostor = Journey.at(RelyingParty.of(TENANT, clientId), MAIL);
        URI stolen = impostor.passwordGiven(email, Journey.PASSWORD).returned();
        assertThat(impostor.signIn().redeemUnchecked(stolen).status()).isEqualTo(401);

        Journey journey = Journey.at(web, MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
    }

    @Test
    void aDaemonGetsATokenForItsApiWithItsSecretOnly() throws ParseException {
        register(Map.of("type", "api", "clientId", "orders"));
        JsonNode app = register(Map.of("type", "daemon", "clientId", "nightly", "apis", List.of("orders")));
        Map<String, String> asItself = Map.of("grant_type", "client_credentials");

        RelyingParty daemon =
                RelyingParty.of(TENANT, "nightly", app.path("secret").asText());
        JWTClaimsSet token = daemon.verifiedAccessToken(daemon.tokenRequest(asItself)
                .expect(200)
                .json()
                .path("access_token")
                .asText());

        assertThat(token.getAudience()).containsExactly("orders");
        assertThat(RelyingParty.of(TENANT, "nightly").tokenRequest(asItself).status())
                .isEqualTo(401);
        assertThat(new FormBrowser().open(daemon.signIn().uri()).status()).isEqualTo(400);
    }

    @Test
    void anApiGetsNoTokenAtAll() {
        register(Map.of("type", "api", "clientId", "billing"));

        Answer answer = RelyingParty.of(TENANT, "billing").tokenRequest(Map.of("grant_type", "client_credentials"));

        assertThat(answer.status()).isBetween(400, 401);
    }

    @Test
    void anAppThatBringsNoPkceIsRefused() {
        for (String type : List.of("spa", "web", "mobile", "native-auth")) {
            RelyingParty app = signingIn(type);
            URI withoutPkce = URI.create(app.signIn().uri().toString().replaceAll("&code_challenge[a-z_]*=[^&]*", ""));

            FormPage refused = new FormBrowser().open(withoutPkce);

            assertThat(refused.returned().getQuery()).as(type).contains("error=invalid_request");
        }
    }

    @Test
    void aPlainChallengeIsRefused() {
        SignIn plain = signingIn("spa").signIn(Map.of("code_challenge_method", "plain"));

        assertThat(new FormBrowser().open(plain.uri()).returned().getQuery()).contains("error=invalid_request");
    }

    @Test
    void anotherRedirectUriIsRefusedAndNotFollowed() {
        RelyingParty app = signingIn("spa");

        for (String other : List.of(CALLBACK + "/more", CALLBACK + "?a=b", "https://other.example/callback")) {
            FormPage refused = new FormBrowser()
                    .open(app.signIn(Map.of("redirect_uri", other)).uri());

            assertThat(refused.leftFor()).as(other).isNull();
            assertThat(refused.status()).as(other).isEqualTo(400);
        }
    }

    @Test
    void passwordsAreNotTakenAtTheTokenEndpoint() {
        String email = customer();

        Answer answer = signingIn("spa")
                .tokenRequest(Map.of("grant_type", "password", "username", email, "password", Journey.PASSWORD));

        assertThat(answer.status()).isBetween(400, 401);
    }

    @Test
    void aDeactivatedAppIsRefusedAtThePageAndAtTheTokenEndpoint() {
        JsonNode registered = register(Map.of("type", "spa", "redirectUris", List.of(CALLBACK)));
        RelyingParty app = RelyingParty.of(TENANT, registered.path("clientId").asText());
        Journey journey = Journey.at(app, MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(customer(), Journey.PASSWORD).returned());

        TENANT.admin()
                .put(
                        TENANT.path("/applications/" + app.clientId()),
                        Map.of("enabled", false, "redirectUris", List.of(CALLBACK)))
                .expect(200);

        assertThat(journey.signIn().refresh(tokens.refreshToken()).status()).isBetween(400, 401);
        FormPage page = new FormBrowser().open(app.signIn().uri());
        assertThat(page.leftFor()).isNull();
        assertThat(page.status()).isEqualTo(400);
    }

    private static String customer() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        return email;
    }

    private static RelyingParty signingIn(String type) {
        JsonNode app = register(Map.of("type", type, "redirectUris", List.of(CALLBACK)));
        return RelyingParty.of(TENANT, app.path("clientId").asText());
    }

    private static JsonNode register(Map<String, Object> app) {
        return TENANT.admin()
                .post(TENANT.path("/applications"), app)
                .expect(201)
                .json();
    }
}
