package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Identity providers in the tenant document: asked at the right time, with secrets that it never shows. */
final class TenantDocumentProvidersTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private final Tenant tenant = Tenant.named("document-idp", MAIL);

    @BeforeEach
    void createTenant() {
        tenant.create();
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void othersWriteWhileAProviderIsSlowToTellOfItself() {
        AtomicReference<Answer> meanwhile = new AtomicReference<>();
        PROVIDER.onceBeforeMetadata(() -> meanwhile.set(
                tenant.admin().post(tenant.path("/attributes"), Map.of("name", "meanwhile", "dataType", "STRING"))));

        apply("", List.of(fabrikam(StandInProvider.CLIENT_SECRET))).expect(200);

        assertThat(meanwhile.get().status()).as(meanwhile.toString()).isEqualTo(201);
    }

    @Test
    void aReferenceToTheVaultThatIsThereIsNoChange() {
        List<Object> providers = List.of(fabrikam("${vault.fabrikam}"));
        apply("", providers).expect(200);
        AtomicInteger asked = new AtomicInteger();
        PROVIDER.onceBeforeMetadata(asked::incrementAndGet);

        Answer again = apply("", providers).expect(200);

        assertThat(again.json()).isEmpty();
        assertThat(asked).as("looks at the provider").hasValue(0);
    }

    @Test
    void aNewSecretIsAChangeThatIsToldWithoutIt() {
        apply("", List.of(google("the-first-secret"))).expect(200);
        int events = events();

        Answer changed = apply("", List.of(google("the-second-secret"))).expect(200);

        assertThat(changed.json()).hasSize(1);
        assertThat(changed.json().at("/0/path").asText()).isEqualTo("identityProviders[google].clientSecret");
        assertThat(changed.json().at("/0/change").asText()).isEqualTo("replace");
        assertThat(changed.body()).doesNotContain("second-secret");
        assertThat(events()).isEqualTo(events + 1);
        assertThat(apply("", List.of(google("the-second-secret"))).expect(200).json())
                .isEmpty();
    }

    @Test
    void aDryRunAnswersTheVersionOfTheTenantAsItIs() {
        String present = etag(read());

        Answer foreseen = apply("?dryRun=true", List.of(google("secret"))).expect(200);

        assertThat(foreseen.json()).isNotEmpty();
        assertThat(etag(foreseen)).isEqualTo(present);
        tenant.admin()
                .call("PUT", tenant.path("/document"), document(List.of(google("secret"))), Map.of("If-Match", present))
                .expect(200);
    }

    @Test
    void aProviderThatOnlyKeycloakCanExpressIsNeitherShownNorRemoved() {
        apply("", List.of(google("secret"))).expect(200);
        PROVIDER.createIn(tenant, "console", Map.of());
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/identity-provider/instances",
                        Map.of("alias", "github", "providerId", "github", "config", Map.of("clientId", "shop")))
                .expect(201);

        String document = read().body();
        Answer applied = tenant.admin().call("PUT", tenant.path("/document"), document, Map.of());

        assertThat(read().json().path("identityProviders").findValuesAsText("alias"))
                .containsExactly("google");
        assertThat(applied.expect(200).json()).isEmpty();
        apply("", List.of()).expect(200);
        assertThat(aliases()).containsExactlyInAnyOrder("console", "github");
    }

    @Test
    void whatIsExportedAndAppliedIsExportedAgain() {
        apply("", List.of(google("secret"), fabrikam("${vault.fabrikam}"), adatum("A. Datum")))
                .expect(200);
        String document = read().body();

        Answer applied = tenant.admin()
                .call("PUT", tenant.path("/document"), document, Map.of())
                .expect(200);

        assertThat(applied.json()).isEmpty();
        assertThat(read().body()).isEqualTo(document);
    }

    @Test
    void anAddressThatAnOperatorTrustsIsTrustedAfterAChange() {
        apply("", List.of(adatum("A. Datum"))).expect(200);
        ObjectNode trusting = (ObjectNode) instance("adatum");
        tenant.admin()
                .put(
                        "/" + tenant.realm() + "/identity-provider/instances/adatum",
                        trusting.put("trustEmail", true).toString())
                .expect(204);

        apply("", List.of(adatum("Adatum"))).expect(200);

        assertThat(instance("adatum").path("trustEmail").asBoolean()).isTrue();
    }

    private Answer apply(String query, List<Object> providers) {
        return tenant.admin().call("PUT", tenant.path("/document" + query), document(providers), Map.of());
    }

    private static Map<String, Object> document(List<Object> providers) {
        return Map.of("identityProviders", providers);
    }

    private static Map<String, Object> google(String secret) {
        return Map.of("alias", "google", "type", "google", "clientId", "shop", "clientSecret", secret);
    }

    private static Map<String, Object> fabrikam(String secret) {
        return Map.of(
                "alias",
                "fabrikam",
                "type",
                "oidc",
                "displayName",
                "Fabrikam",
                "clientId",
                StandInProvider.CLIENT_ID,
                "clientSecret",
                secret,
                "issuer",
                PROVIDER.issuer(),
                "wellKnownEndpoint",
                PROVIDER.issuer() + "/.well-known/openid-configuration");
    }

    private Map<String, Object> adatum(String displayName) {
        String metadata = tenant.server().base() + "/realms/master/protocol/saml/descriptor";
        return Map.of("alias", "adatum", "type", "saml", "displayName", displayName, "metadataUrl", metadata);
    }

    private Answer read() {
        return tenant.admin().get(tenant.path("/document")).expect(200);
    }

    private JsonNode instance(String alias) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/identity-provider/instances/" + alias)
                .expect(200)
                .json();
    }

    private List<String> aliases() {
        return tenant.admin()
                .get("/" + tenant.realm() + "/identity-provider/instances")
                .expect(200)
                .json()
                .findValuesAsText("alias");
    }

    private int events() {
        return (int) tenant
                .admin()
                .get("/" + tenant.realm() + "/admin-events?max=100")
                .expect(200)
                .json()
                .findValuesAsText("resourceType")
                .stream()
                .filter("XT_TENANT_DOCUMENT"::equals)
                .count();
    }

    private static String etag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
