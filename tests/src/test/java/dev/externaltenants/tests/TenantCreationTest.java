package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One call creates a realm that is a tenant, or nothing. */
final class TenantCreationTest {

    private static final String TENANTS = "/master/external-tenants";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("created", MAIL);
    private final AdminApi admin = KeycloakServer.running().admin();

    @AfterEach
    void deleteTenant() {
        admin.delete("/" + tenant.realm());
    }

    @Test
    void answersWithTheTenantAndWhereItIs() {
        Answer created = admin.post(
                TENANTS,
                Map.of(
                        "name", tenant.realm(),
                        "displayName", "Contoso",
                        "domainName", "Contoso.Example",
                        "countryRegion", "DE",
                        "languages", List.of("de", "en")));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json().path("name").asText()).isEqualTo(tenant.realm());
        assertThat(created.json().path("domainName").asText()).isEqualTo("contoso.example");
        assertThat(created.json().path("countryRegion").asText()).isEqualTo("DE");
        assertThat(created.headers().firstValue("Location").orElseThrow())
                .endsWith("/admin/realms/" + tenant.realm() + "/external-tenant");
        Answer read = admin.get(tenant.path("")).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.headers().firstValue("ETag"))
                .isEqualTo(created.headers().firstValue("ETag"));
        assertThat(realm().path("defaultLocale").asText()).isEqualTo("de");
    }

    @Test
    void theListHasTenantsOnlyAndIsPagedAndSearched() {
        admin.post(TENANTS, Map.of("name", tenant.realm(), "displayName", "Contoso"))
                .expect(201);
        JsonNode read = admin.get(tenant.path("")).expect(200).json();

        assertThat(admin.get(TENANTS + "?search=" + tenant.realm()).expect(200).json())
                .containsExactly(read);
        assertThat(admin.get(TENANTS + "?max=1000").json().findValuesAsText("name"))
                .contains(tenant.realm())
                .doesNotContain("master")
                .isSorted();
        assertThat(admin.get(TENANTS + "?max=0").json()).isEmpty();
        assertThat(admin.get(TENANTS + "?first=x").field()).isEqualTo("first");
        assertThat(admin.get("/" + tenant.realm() + "/external-tenants").error())
                .isEqualTo("xt_tenants_of_master_only");
    }

    @Test
    void theListHasOnlyWhatTheCallerMayRead() {
        MasterOperator creator = MasterOperator.create(admin, "create-realm");
        MasterOperator nobody = MasterOperator.create(admin);
        try {
            assertThat(creator.api().get(TENANTS).expect(200).json()).isEmpty();
            assertThat(nobody.api().get(TENANTS).status()).isEqualTo(403);

            creator.api().post(TENANTS, Map.of("name", tenant.realm())).expect(201);

            assertThat(creator.signedInAgain().get(TENANTS).expect(200).json().findValuesAsText("name"))
                    .containsExactly(tenant.realm());
        } finally {
            creator.delete();
            nobody.delete();
        }
    }

    @Test
    void aNameIsAllItNeedsForACustomerToSignUp() {
        admin.post(TENANTS, Map.of("name", tenant.realm())).expect(201);

        assertThat(realm().path("defaultLocale").asText()).isEqualTo("en");
        tenant.useMail();
        RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
        assertThat(Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of())).isNotNull();
    }

    @Test
    void theSameCallAgainIsRefusedAndChangesNothing() {
        admin.post(TENANTS, Map.of("name", tenant.realm(), "displayName", "Contoso"))
                .expect(201);

        Answer again = admin.post(TENANTS, Map.of("name", tenant.realm(), "displayName", "Fabrikam"));

        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(again.error()).isEqualTo("xt_tenant_name_taken");
        assertThat(again.field()).isEqualTo("name");
        assertThat(realm().path("displayName").asText()).isEqualTo("Contoso");
    }

    @Test
    void ofSeveralAtOnceOneCreatesAndTheOthersAreTold() {
        List<Answer> answers = AtOnce.times(4, () -> admin.post(TENANTS, Map.of("name", tenant.realm())));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(answer.error())
                .as(answer.toString())
                .isEqualTo("xt_tenant_name_taken"));
        assertThat(admin.get(tenant.path("")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'displayName':' '       | xt_tenant_display_name_invalid | displayName
                    'domainName':'contoso'  | xt_tenant_domain_invalid       | domainName
                    'countryRegion':'XX'    | xt_tenant_country_invalid      | countryRegion
                    'languages':['xx']      | xt_tenant_languages_invalid    | languages
                    'colour':'red'          | xt_unknown_field               | colour
                    """)
    void aCreationThatFailsLeavesNoRealm(String setting, String code, String field) {
        String body = "{'name':'" + tenant.realm() + "'," + setting + "}";

        Answer refused = admin.post(TENANTS, body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(admin.get("/" + tenant.realm()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"con toso", "Master", "CONTOSO"})
    void aNameThatAnAddressCannotHoldOrThatPassesForAnotherIsRefused(String name) {
        Answer refused = admin.post(TENANTS, Map.of("name", name));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_tenant_name_invalid");
    }

    @Test
    void onlyTheAdministrationRealmCreatesTenants() {
        admin.post(TENANTS, Map.of("name", tenant.realm())).expect(201);

        Answer refused = admin.post("/" + tenant.realm() + "/external-tenants", Map.of("name", "another"));

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.error()).isEqualTo("xt_tenants_of_master_only");
    }

    @Test
    void whoMayCreateRealmsOwnsTheTenantAfterwards() {
        MasterOperator creator = MasterOperator.create(admin, "create-realm");
        try {
            creator.api().post(TENANTS, Map.of("name", tenant.realm())).expect(201);

            Answer changed = creator.signedInAgain().put(tenant.path(""), Map.of("displayName", "Mine"));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        } finally {
            creator.delete();
        }
    }

    @Test
    void theAdministrationRealmShowsWhoMayOnlyCreateRealmsNothing() {
        MasterOperator creator = MasterOperator.create(admin, "create-realm");
        try {
            assertThat(Stream.of("", "/customers", "/user-flows", "/document").map(path -> creator.api()
                            .get("/master/external-tenant" + path)
                            .status()))
                    .containsOnly(403);
        } finally {
            creator.delete();
        }
    }

    @Test
    void whoMayNotCreateRealmsCreatesNoTenant() {
        MasterOperator operator = MasterOperator.create(admin);
        try {
            Answer refused = operator.api().post(TENANTS, Map.of("name", tenant.realm()));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(admin.get("/" + tenant.realm()).status()).isEqualTo(404);
        } finally {
            operator.delete();
        }
    }

    @Test
    void anAdminEventOfTheAdministrationRealmTellsOfIt() {
        admin.put("/master/events/config", Map.of("adminEventsEnabled", true)).expect(204);
        try {
            admin.post(TENANTS, Map.of("name", tenant.realm())).expect(201);

            JsonNode event = admin.get("/master/admin-events?resourcePath=external-tenants/" + tenant.realm())
                    .expect(200)
                    .json()
                    .path(0);
            assertThat(event.path("operationType").asText()).isEqualTo("CREATE");
            assertThat(event.path("resourceType").asText()).isEqualTo("XT_TENANT");
        } finally {
            admin.put("/master/events/config", Map.of("adminEventsEnabled", false))
                    .expect(204);
        }
    }

    private JsonNode realm() {
        return admin.get("/" + tenant.realm()).expect(200).json();
    }
}
