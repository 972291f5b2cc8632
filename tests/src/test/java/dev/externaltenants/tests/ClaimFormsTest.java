package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn.Tokens;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Attributes reach each app in the form and the tokens that the app wants. */
@Tag("any-database")
final class ClaimFormsTest {

    private static final String KIM = "kim@contoso.example";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("claim-forms", MAIL);

    @BeforeAll
    static void aCustomerOfManyValues() {
        TENANT.attribute("colours", "STRING_COLLECTION");
        TENANT.attribute("interests", "STRING");
        TENANT.attribute("shoeSize", "INT");
        TENANT.existingCustomer(KIM, Journey.PASSWORD);
        String path = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(KIM).path("id").asText();
        Map<String, Object> user = new HashMap<>(Map.of(
                "attributes",
                Map.of(
                        "colours", List.of("red", "blue"),
                        "interests", List.of("chess,go"),
                        "shoeSize", List.of("42"))));
        user.put("email", KIM);
        user.put("username", KIM);
        user.put("firstName", "Kim");
        user.put("lastName", "Akers");
        user.put("emailVerified", true);
        TENANT.admin().put(path, user).expect(204);
    }

    @Test
    void givesWhatIsStoredWhereNothingElseIsSaid() {
        Tokens tokens = signIn("usual", List.of(claim("colours", "colours"), claim("interests", "interests")));

        assertThat(tokens.id().getClaims())
                .containsEntry("colours", List.of("red", "blue"))
                .containsEntry("interests", "chess,go");
    }

    @Test
    void givesSeveralValuesInTheOtherForm() {
        Tokens tokens = signIn(
                "other-form",
                List.of(
                        claim("colours", "colours", Map.of("values", "COMMA_JOINED")),
                        claim("interests", "interests", Map.of("values", "LIST"))));

        for (Map<String, Object> claims :
                List.of(tokens.id().getClaims(), tokens.access().getClaims())) {
            assertThat((String) claims.get("colours")).isIn("red,blue", "blue,red");
            assertThat(claims).containsEntry("interests", List.of("chess", "go"));
        }
        assertThat(userinfo(tokens).path("interests").toString()).isEqualTo("[\"chess\",\"go\"]");
    }

    @Test
    void givesAClaimToTheTokensThatWantIt() {
        Tokens tokens = signIn(
                "some-tokens",
                List.of(
                        claim("size", "shoeSize", Map.of("tokens", List.of("ID_TOKEN"))),
                        claim("interests", "interests", Map.of("tokens", List.of("USERINFO", "ACCESS_TOKEN")))));

        assertThat(tokens.id().getClaims()).containsEntry("size", 42L).doesNotContainKey("interests");
        assertThat(tokens.access().getClaims()).containsKey("interests").doesNotContainKey("size");
        assertThat(userinfo(tokens).path("interests").asText()).isEqualTo("chess,go");
        assertThat(userinfo(tokens).has("size")).isFalse();
    }

    @Test
    void takesTheNameThatEntraGivesAnAttribute() {
        String wireName = TENANT.admin()
                .get(TENANT.path("/attributes/interests"))
                .expect(200)
                .json()
                .path("wireName")
                .asText();
        TENANT.app("by-wire-name", null);

        JsonNode stored = putClaims("by-wire-name", List.of(claim("interests", wireName)));

        assertThat(stored.at("/0/attribute").asText()).isEqualTo("interests");
        TENANT.admin().get(TENANT.path("/attributes/" + wireName)).expect(200);
    }

    @Test
    void putsEachValueIntoAnAssertion() {
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/clients",
                        Map.of(
                                "clientId",
                                "saml-shop",
                                "protocol",
                                "saml",
                                "redirectUris",
                                List.of(RelyingParty.CALLBACK.toString()),
                                "attributes",
                                Map.of(
                                        "saml_idp_initiated_sso_url_name", "saml-shop",
                                        "saml_assertion_consumer_url_post", RelyingParty.CALLBACK.toString(),
                                        "saml.client.signature", "false")))
                .expect(201);
        putClaims(
                "saml-shop",
                List.of(claim("colours", "colours"), claim("https://contoso.example/claims/size", "shoeSize")));

        Document assertion = assertionFor("saml-shop");

        assertThat(assertion
                        .select("saml|Attribute[Name=colours] > saml|AttributeValue")
                        .eachText())
                .containsExactlyInAnyOrder("red", "blue");
        assertThat(assertion
                        .select("saml|Attribute[Name=https://contoso.example/claims/size] > saml|AttributeValue")
                        .eachText())
                .containsExactly("42");
    }

    private static Document assertionFor(String app) {
        FormBrowser browser = new FormBrowser();
        FormPage start = browser.open(URI.create(TENANT.issuer() + "/protocol/saml/clients/" + app));
        FormPage password = browser.submit(start.asking("username"), Map.of("username", KIM));
        FormPage sent = browser.submit(password.asking("password"), Map.of("password", Journey.PASSWORD));
        String response = sent.asking("SAMLResponse")
                .document()
                .select("[name=SAMLResponse]")
                .val();
        return Jsoup.parse(
                new String(Base64.getMimeDecoder().decode(response), StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static Tokens signIn(String clientId, List<Map<String, Object>> claims) {
        RelyingParty app = TENANT.app(clientId, null);
        putClaims(clientId, claims);
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(KIM, Journey.PASSWORD).returned());
    }

    private static JsonNode putClaims(String clientId, List<Map<String, Object>> claims) {
        return TENANT.admin()
                .put(TENANT.path("/applications/" + clientId + "/claims"), claims)
                .expect(200)
                .json();
    }

    private static Map<String, Object> claim(String claim, String attribute) {
        return claim(claim, attribute, Map.of());
    }

    private static Map<String, Object> claim(String claim, String attribute, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("claim", claim);
        all.put("attribute", attribute);
        return all;
    }

    private static JsonNode userinfo(Tokens tokens) {
        return AdminApi.send(
                        "userinfo",
                        HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/protocol/openid-connect/userinfo"))
                                .header("Authorization", "Bearer " + tokens.accessToken())
                                .build())
                .expect(200)
                .json();
    }
}
