package dev.externaltenants.tests;

import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator does with identity providers, and that customers then sign in by them. */
final class IdentityProviderAdministrationTest {

    private static final String PROVIDERS = "/identity-providers";
    private static final String SECRET = "a-secret-that-nobody-reads-again";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("provider-admin", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    @ParameterizedTest
    @ValueSource(strings = {"google", "facebook", "microsoft"})
    void aSocialProviderNeedsNoMoreThanItsClient(String type) {
        JsonNode created = create(Map.of("type", type, "clientId", "id-of-" + type, "clientSecret", SECRET));

        assertThat(created.path("alias").asText()).isEqualTo(type);
        assertThat(created.path("displayName").asText()).isEqualToIgnoringCase(type);
        assertThat(created.at("/registration/redirectUris/0").asText())
                .isEqualTo(TENANT.issuer() + "/broker/" + type + "/endpoint");
        JsonNode atKeycloak = atKeycloak(type);
        assertThat(atKeycloak.path("providerId").asText()).isEqualTo(type);
        assertThat(atKeycloak.path("storeToken").asBoolean()).isFalse();
        assertThat(atKeycloak.path("trustEmail").asBoolean()).isTrue();
        assertThat(atKeycloak.at("/config/syncMode").asText()).isEqualTo("IMPORT");
    }

    @Test
    void aSecretIsNeverAnsweredAndStaysWhenItIsLeftOut() {
        Map<String, Object> wanted = openId("kept");
        create(wanted);
        wanted.remove("clientSecret");
        wanted.put("displayName", "Kept Ltd");
        TENANT.admin().put(TENANT.path(PROVIDERS + "/kept"), wanted).expect(200);

        assertThat(List.of(
                        TENANT.admin().get(TENANT.path(PROVIDERS)).body(),
                        TENANT.admin().get(TENANT.path(PROVIDERS + "/kept")).body(),
                        TENANT.admin()
                                .get("/" + TENANT.realm() + "/admin-events")
                                .body()))
                .noneMatch(body -> body.contains(StandInProvider.CLIENT_SECRET));
        signInBy("kept");
        assertThat(PROVIDER.lastTokenRequest()).containsEntry("client_secret", StandInProvider.CLIENT_SECRET);
    }

    @Test
    void aSecretGoesToNoOtherEndpointThanTheOneItWasGivenFor() {
        Map<String, Object> wanted = openId("moved");
        create(wanted);
        wanted.remove("clientSecret");
        wanted.put("wellKnownEndpoint", wanted.get("wellKnownEndpoint") + "?elsewhere");

        JsonNode refused = TENANT.admin()
                .put(TENANT.path(PROVIDERS + "/moved"), wanted)
                .expect(400)
                .json();

        assertThat(refused.path("error").asText()).isEqualTo("xt_identity_provider_field_missing");
        assertThat(refused.path("field").asText()).isEqualTo("clientSecret");
    }

    @Test
    void whoseProviderGivesRolesIsNotLedElsewhereByTheTasksRole() {
        Map<String, Object> wanted = openId("mapped");
        create(wanted);
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "xt-identity-provider-administrator");
        AdminApi administrator =
                TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app("providers-admin", null), email, MAIL));
        String path = TENANT.path(PROVIDERS + "/mapped");
        administrator.put(path, wanted).expect(200);

        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/identity-provider/instances/mapped/mappers",
                        Map.of(
                                "name",
                                "role",
                                "identityProviderAlias",
                                "mapped",
                                "identityProviderMapper",
                                "oidc-hardcoded-role-idp-mapper",
                                "config",
                                Map.of("syncMode", "INHERIT", "role", "offline_access")))
                .expect(201);

        assertThat(administrator.put(path, wanted).status()).isEqualTo(403);
        assertThat(administrator.delete(path).status()).isEqualTo(403);
    }

    @Test
    void customersSignInByAnOpenIdProviderThatWasAskedForItsAddresses() {
        create(openId("fabrikam"));

        signInBy("fabrikam");

        assertThat(PROVIDER.lastTokenRequest()).containsKeys("code_verifier", "client_secret");
        assertThat(atKeycloak("fabrikam").at("/config/validateSignature").asText())
                .isEqualTo("true");
    }

    @Test
    void aProviderThatAFlowListsIsNotDeleted() {
        create(openId("listed"));
        String flow = TENANT.userFlow(FlowSpec.named("listing").lists("listed"));

        JsonNode refused = TENANT.admin()
                .delete(TENANT.path(PROVIDERS + "/listed"))
                .expect(409)
                .json();
        assertThat(refused.path("error").asText()).isEqualTo("xt_identity_provider_in_use");
        assertThat(refused.path("error_description").asText()).contains("listing");
        assertThat(read("listed").at("/userFlows/0").asText()).isEqualTo("listing");

        TENANT.admin().delete(TENANT.path("/user-flows/" + flow)).expect(204);
        TENANT.admin().delete(TENANT.path(PROVIDERS + "/listed")).expect(204);
        assertThat(TENANT.admin().get(TENANT.path(PROVIDERS + "/listed")).status())
                .isEqualTo(404);
    }

    @Test
    void whoChangesAnOldVersionIsRefused() {
        create(openId("versioned"));
        Answer read = TENANT.admin().get(TENANT.path(PROVIDERS + "/versioned")).expect(200);
        Map<String, Object> changed = openId("versioned");
        changed.put("displayName", "First");
        String etag = read.headers().firstValue("ETag").orElseThrow();

        TENANT.admin()
                .call("PUT", TENANT.path(PROVIDERS + "/versioned"), changed, Map.of("If-Match", etag))
                .expect(200);
        changed.put("displayName", "Second");
        TENANT.admin()
                .call("PUT", TENANT.path(PROVIDERS + "/versioned"), changed, Map.of("If-Match", etag))
                .expect(412);
        assertThat(read("versioned").path("displayName").asText()).isEqualTo("First");
    }

    @Test
    void whatChangesWhileTheProviderTellsOfItselfIsNotOverwrittenByWhoSawItBefore() {
        create(openId("overtaken"));
        Answer read = TENANT.admin().get(TENANT.path(PROVIDERS + "/overtaken")).expect(200);
        Map<String, Object> first = openId("overtaken");
        first.put("displayName", "First");
        Map<String, Object> late = openId("overtaken");
        late.put("displayName", "Late");
        PROVIDER.onceBeforeMetadata(() ->
                TENANT.admin().put(TENANT.path(PROVIDERS + "/overtaken"), first).expect(200));

        Answer refused = TENANT.admin()
                .call(
                        "PUT",
                        TENANT.path(PROVIDERS + "/overtaken"),
                        late,
                        Map.of("If-Match", read.headers().firstValue("ETag").orElseThrow()));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.error()).isEqualTo("xt_version_conflict");
        assertThat(read("overtaken").path("displayName").asText()).isEqualTo("First");
    }

    @Test
    void aSecretThatIsRotatedMeanwhileStaysRotated() {
        create(openId("rotated"));
        Map<String, Object> rotated = openId("rotated");
        rotated.put("clientSecret", SECRET);
        Map<String, Object> renamed = openId("rotated");
        renamed.remove("clientSecret");
        renamed.put("displayName", "Renamed");
        PROVIDER.onceBeforeMetadata(() ->
                TENANT.admin().put(TENANT.path(PROVIDERS + "/rotated"), rotated).expect(200));

        TENANT.admin().put(TENANT.path(PROVIDERS + "/rotated"), renamed).expect(200);

        assertThat(read("rotated").path("displayName").asText()).isEqualTo("Renamed");
        signInBy("rotated");
        assertThat(PROVIDER.lastTokenRequest()).containsEntry("client_secret", SECRET);
    }

    @Test
    void whatWasReadCanBeSentBack() {
        create(openId("sent-back"));
        Answer read = TENANT.admin().get(TENANT.path(PROVIDERS + "/sent-back")).expect(200);

        JsonNode replaced = TENANT.admin()
                .put(TENANT.path(PROVIDERS + "/sent-back"), read.json())
                .expect(200)
                .json();

        assertThat(replaced).isEqualTo(read.json());
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'type':'linkedin'}                                                        | xt_invalid_value                     | type
                    {'alias':'x'}                                                              | xt_identity_provider_type_invalid    | type
                    {'type':'google','alias':'a b','clientId':'i','clientSecret':'s'}          | xt_identity_provider_alias_invalid   | alias
                    {'type':'google','alias':'x','clientId':'i'}                               | xt_identity_provider_field_missing   | clientSecret
                    {'type':'google','alias':'x','clientId':'i','clientSecret':'s','teamId':'t'} | xt_identity_provider_field_unsuitable | teamId
                    {'type':'google','alias':'x','clientId':'i','clientSecret':'s','displayName':' '} | xt_identity_provider_field_invalid | displayName
                    {'type':'google','alias':'x','clientId':'i','clientSecret':'s','domains':['nope']} | xt_identity_provider_field_invalid | domains[0]
                    {'type':'apple','alias':'x','clientId':'i','teamId':'t','keyId':'k','privateKey':'no key'} | xt_identity_provider_field_invalid | privateKey
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER?tenant=1'} | xt_identity_provider_field_invalid | issuer
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER/other'} | xt_identity_provider_metadata_invalid | issuer
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER','scope':'profile'} | xt_identity_provider_field_invalid | scope
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER','responseType':'id_token'} | xt_identity_provider_field_invalid | responseType
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER','clientAuthentication':'client_secret_basic'} | xt_invalid_value | clientAuthentication
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/.well-known/openid-configuration','issuer':'ISSUER','clientAuthentication':'client_secret_jwt'} | xt_identity_provider_metadata_invalid | clientAuthentication
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'ISSUER/nothing','issuer':'ISSUER'} | xt_identity_provider_metadata_unavailable | wellKnownEndpoint
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'https://169.254.169.254/latest','issuer':'ISSUER'} | xt_identity_provider_address_refused | wellKnownEndpoint
                    {'type':'oidc','alias':'x','displayName':'X','clientId':'i','clientSecret':'s','wellKnownEndpoint':'http://accounts.google.com/x','issuer':'ISSUER'} | xt_identity_provider_field_invalid | wellKnownEndpoint
                    {'type':'saml','alias':'x','displayName':'X','issuer':'urn:x','endpoint':'https://idp.example/sso','certificate':'none'} | xt_identity_provider_field_invalid | certificate
                    {'type':'saml','alias':'x','displayName':'X','metadataUrl':'ISSUER/jwks'} | xt_identity_provider_metadata_invalid | metadataUrl
                    {'type':'saml','alias':'x','displayName':'X','metadataUrl':'ISSUER/jwks','endpoint':'https://idp.example/sso'} | xt_identity_provider_field_unsuitable | metadataUrl
                    """)
    void refusesWithTheFieldAndAStableCode(String json, String code, String field) {
        long before = TENANT.admin().get(TENANT.path(PROVIDERS)).json().size();

        JsonNode refused = TENANT.admin()
                .callAt(
                        "POST",
                        "/admin/realms" + TENANT.path(PROVIDERS),
                        json.replace('\'', '"').replace("ISSUER", PROVIDER.issuer()),
                        Map.of())
                .expect(400)
                .json();

        assertThat(refused.path("error").asText()).isEqualTo(code);
        assertThat(refused.path("field").asText()).isEqualTo(field);
        assertThat(TENANT.admin().get(TENANT.path(PROVIDERS)).json()).hasSize((int) before);
    }

    @Test
    void aliasAndDomainsAreTakenOnce() {
        Map<String, Object> first = openId("first");
        first.put("domains", List.of("First.example"));
        create(first);
        Map<String, Object> second = openId("second");
        second.put("domains", List.of("first.EXAMPLE"));

        assertThat(error(openId("FIRST"), 409)).isEqualTo("xt_identity_provider_alias_taken");
        assertThat(error(second, 409)).isEqualTo("xt_identity_provider_domain_taken");
        assertThat(read("first").at("/domains/0").asText()).isEqualTo("first.example");
    }

    @Test
    void appleGetsAFreshClientSecretAndPostsItsAnswer() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        JsonNode created = create(Map.of(
                "type",
                "apple",
                "clientId",
                StandInProvider.CLIENT_ID,
                "teamId",
                "TEAM",
                "keyId",
                "KEY",
                "privateKey",
                p8(key)));
        assertThat(created.has("privateKey")).isFalse();
        standInForApple();

        String email = linked("apple");
        RelyingParty app = TENANT.app(
                "apple-shop", TENANT.userFlow(FlowSpec.named("apple-shop").lists("apple")));
        FormBrowser browser = new FormBrowser();
        // With Entra's spelling of the hint.
        SignIn signIn = app.signIn(Map.of("domain_hint", "Apple"));
        URI atApple = browser.open(signIn.uri()).returned();
        assertThat(atApple.getQuery()).contains("response_mode=form_post");
        URI answer = browser.open(atApple).returned();
        URI returned = browser.post(
                        URI.create(answer.toString().replaceAll("\\?.*", "")),
                        StandInProvider.parameters(answer.getRawQuery()))
                .returned();

        assertThat(signIn.redeem(returned).id().getClaim("email")).isEqualTo(email);
        SignedJWT secret = SignedJWT.parse(PROVIDER.lastTokenRequest().get("client_secret"));
        assertThat(secret.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(secret.getHeader().getKeyID()).isEqualTo("KEY");
        assertThat(secret.getJWTClaimsSet().getIssuer()).isEqualTo("TEAM");
        assertThat(secret.getJWTClaimsSet().getSubject()).isEqualTo(StandInProvider.CLIENT_ID);
        assertThat(secret.getJWTClaimsSet().getAudience()).containsExactly("https://appleid.apple.com");
    }

    @Test
    void aSamlProviderAnswersWhatToEnterThere() {
        JsonNode created = create(Map.of(
                "type", "saml",
                "alias", "adatum",
                "displayName", "A. Datum",
                "issuer", "https://adatum.example/saml",
                "endpoint", "https://adatum.example/saml/sso",
                "certificate", realmCertificate()));

        assertThat(created.at("/registration/assertionConsumerServiceUrl").asText())
                .isEqualTo(TENANT.issuer() + "/broker/adatum/endpoint");
        assertThat(created.at("/registration/audience").asText()).isEqualTo(TENANT.issuer());
        JsonNode config = atKeycloak("adatum").path("config");
        assertThat(config.path("validateSignature").asText()).isEqualTo("true");
        assertThat(config.path("wantAssertionsSigned").asText()).isEqualTo("true");
        assertThat(config.path("nameIDPolicyFormat").asText()).endsWith(":persistent");
    }

    @Test
    void aSamlProviderIsReadFromItsMetadata() {
        String metadata = TENANT.server().base() + "/realms/master/protocol/saml/descriptor";

        JsonNode created = create(
                Map.of("type", "saml", "alias", "by-metadata", "displayName", "Master", "metadataUrl", metadata));

        assertThat(created.path("issuer").asText()).endsWith("/realms/master");
        assertThat(atKeycloak("by-metadata").at("/config/signingCertificate").asText())
                .isNotEmpty();
    }

    private static JsonNode create(Map<String, Object> wanted) {
        return TENANT.admin().post(TENANT.path(PROVIDERS), wanted).expect(201).json();
    }

    private static String error(Map<String, Object> wanted, int status) {
        return TENANT.admin()
                .post(TENANT.path(PROVIDERS), wanted)
                .expect(status)
                .json()
                .path("error")
                .asText();
    }

    private static JsonNode read(String alias) {
        return TENANT.admin()
                .get(TENANT.path(PROVIDERS + "/" + alias))
                .expect(200)
                .json();
    }

    private static JsonNode atKeycloak(String alias) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/identity-provider/instances/" + alias)
                .expect(200)
                .json();
    }

    private static Map<String, Object> openId(String alias) {
        return new HashMap<>(Map.of(
                "type",
                "oidc",
                "alias",
                alias,
                "displayName",
                alias,
                "clientId",
                StandInProvider.CLIENT_ID,
                "clientSecret",
                StandInProvider.CLIENT_SECRET,
                "wellKnownEndpoint",
                PROVIDER.issuer() + "/.well-known/openid-configuration",
                "issuer",
                PROVIDER.issuer()));
    }

    /** Apple's addresses are fixed, so a test gives the broker others, as only Keycloak's own REST can. */
    private static void standInForApple() {
        Map<String, Object> provider = new HashMap<>();
        atKeycloak("apple").properties().forEach(field -> provider.put(field.getKey(), field.getValue()));
        Map<String, Object> config = new HashMap<>();
        atKeycloak("apple").path("config").properties().forEach(field -> config.put(field.getKey(), field.getValue()));
        for (String address : List.of("issuer", "authorizationUrl", "tokenUrl", "jwksUrl")) {
            config.put(address, PROVIDER.config().get(address));
        }
        provider.put("config", config);
        TENANT.admin()
                .put("/" + TENANT.realm() + "/identity-provider/instances/apple", provider)
                .expect(204);
    }

    private static void signInBy(String alias) {
        String email = linked(alias);
        RelyingParty app = TENANT.app(
                "app-" + alias, TENANT.userFlow(FlowSpec.named("flow-" + alias).lists(alias)));
        FormBrowser browser = new FormBrowser();
        SignIn signIn = app.signIn(Map.of("kc_idp_hint", alias));
        URI returned = PROVIDER.through(browser, browser.open(signIn.uri())).returned();
        assertThat(signIn.redeem(returned).id().getClaim("email")).isEqualTo(email);
    }

    private static String linked(String alias) {
        String email = alias + "@example.com";
        TENANT.existingCustomer(email, Journey.PASSWORD);
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/users/"
                                + TENANT.customer(email).path("id").asText() + "/federated-identity/" + alias,
                        Map.of("userId", alias, "userName", email))
                .expect(204);
        PROVIDER.signsIn(alias, Map.of("email", email, "email_verified", true));
        return email;
    }

    private static String realmCertificate() {
        for (JsonNode key : TENANT.admin()
                .get("/" + TENANT.realm() + "/keys")
                .expect(200)
                .json()
                .path("keys")) {
            if (key.has("certificate")) {
                return key.path("certificate").asText();
            }
        }
        throw new AssertionError("The realm has no certificate");
    }

    private static String p8(ECKey key) throws JOSEException {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toECPrivateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
