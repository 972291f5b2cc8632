package dev.externaltenants.tests;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.AdminDoorsTest.Call;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each administrator role may do what the table in docs/administrators.md says, at every door, and nothing else. */
@Tag("any-database")
final class AdministratorRolesTest {

    private static final int FORBIDDEN = 403;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("roles", MAIL);

    static Stream<String> roles() {
        return table().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void mayDoWhatTheTableSays(String role) {
        Tenant tenant = Tenant.named("role", MAIL).create();
        try {
            Map<String, String> ids = AdminDoorsTest.furnish(tenant);
            String email = Customers.anyone();
            tenant.existingCustomer(email, Journey.PASSWORD);
            AdminDoorsTest.grant(tenant, email, role);
            AdminApi administrator =
                    tenant.admin().withToken(AdminDoorsTest.tokenOf(tenant.app("console", null), email, MAIL));

            Map<Call, Integer> statuses = AdminDoorsTest.statuses(administrator, ids);

            assertThat(statuses).allSatisfy((call, status) -> {
                if (isAllowed(role, call)) {
                    // What others may not release first is in use.
                    assertThat(status).isIn(200, 201, 204, 409);
                } else {
                    assertThat(status).isEqualTo(FORBIDDEN);
                }
            });
        } finally {
            tenant.delete();
        }
    }

    @Test
    void anAdministratorOfManyTenantsHoldsTheRoleAtTheAdministrationRealm() {
        MasterOperator operator = MasterOperator.create(TENANT.admin());
        try {
            String holder = TENANT.admin()
                    .get("/master/clients?clientId=" + TENANT.realm() + "-realm")
                    .json()
                    .at("/0/id")
                    .asText();
            TENANT.admin()
                    .post(
                            "/master/users/" + operator.id() + "/role-mappings/clients/" + holder,
                            List.of(TENANT.admin()
                                    .get("/master/clients/" + holder + "/roles/xt-user-flow-administrator")
                                    .expect(200)
                                    .json()))
                    .expect(204);
            AdminApi administrator = operator.signedInAgain();

            assertThat(administrator
                            .post(TENANT.path("/user-flows"), Map.of("name", "mine"))
                            .status())
                    .isEqualTo(201);
            assertThat(administrator
                            .post(TENANT.path("/attributes"), Map.of("name", "mine", "dataType", "STRING"))
                            .status())
                    .isEqualTo(FORBIDDEN);
        } finally {
            operator.delete();
        }
    }

    /** An app's mapper may put any role into a token; the account must hold it. */
    @Test
    void aRoleThatOnlyTheTokenSaysIsNone() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        RelyingParty claiming = TENANT.app("claiming", null);
        String app = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=claiming")
                .json()
                .at("/0/id")
                .asText();
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/clients/" + app + "/protocol-mappers/models",
                        Map.of(
                                "name",
                                "role",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-hardcoded-role-mapper",
                                "config",
                                Map.of("role", "realm-management.xt-user-flow-administrator")))
                .expect(201);

        AdminApi customer = TENANT.admin().withToken(AdminDoorsTest.tokenOf(claiming, email, MAIL));

        assertThat(customer.post(TENANT.path("/user-flows"), Map.of("name", "intruder"))
                        .status())
                .isEqualTo(FORBIDDEN);
    }

    /** An administrator signs in to other apps, too; those do not become administrators by that. */
    @Test
    void anAppWithoutTheScopeActsForNoAdministrator() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "realm-admin");
        AdminDoorsTest.grant(TENANT, email, "xt-user-flow-administrator");
        TENANT.admin()
                .post(
                        TENANT.path("/applications"),
                        Map.of(
                                "type",
                                "spa",
                                "clientId",
                                "narrow",
                                "redirectUris",
                                List.of(RelyingParty.CALLBACK.toString())))
                .expect(201);

        AdminApi narrow =
                TENANT.admin().withToken(AdminDoorsTest.tokenOf(RelyingParty.of(TENANT, "narrow"), email, MAIL));

        assertThat(narrow.get(TENANT.path("/administrators")).status()).isEqualTo(FORBIDDEN);
        assertThat(narrow.post(TENANT.path("/user-flows"), Map.of("name", "intruder"))
                        .status())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void anApplicationAdministratorDoesNotChangeAnAppThatCouldActAsAnAdministrator() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "xt-application-administrator");
        TENANT.app("full-scope", null);
        AdminApi administrator = TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app("any", null), email, MAIL));

        assertThat(administrator
                        .put(
                                TENANT.path("/applications/full-scope"),
                                Map.of("redirectUris", List.of("https://attacker.example/callback")))
                        .status())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void anApplicationAdministratorDoesNotChangeAnAppThatGetsAdministratorRolesByOtherRoles() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "xt-application-administrator");
        AdminApi administrator =
                TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app("any-other", null), email, MAIL));
        TENANT.admin()
                .post(
                        TENANT.path("/applications"),
                        Map.of(
                                "type",
                                "web",
                                "clientId",
                                "by-composite",
                                "redirectUris",
                                List.of(RelyingParty.CALLBACK.toString())))
                .expect(201);
        String app = AdminDoorsTest.idOfClient(TENANT, "by-composite");
        TENANT.admin()
                .post("/" + TENANT.realm() + "/roles", Map.of("name", "operations"))
                .expect(201);
        JsonNode operations =
                TENANT.admin().get("/" + TENANT.realm() + "/roles/operations").json();
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/roles/operations/composites",
                        List.of(AdminDoorsTest.administratorRole(TENANT, "manage-realm")))
                .expect(204);
        Map<String, Object> change = Map.of("redirectUris", List.of("https://attacker.example/callback"));
        String path = TENANT.path("/applications/by-composite");
        assertThat(administrator.put(path, change).status()).isEqualTo(200);

        TENANT.admin()
                .post("/" + TENANT.realm() + "/clients/" + app + "/scope-mappings/realm", List.of(operations))
                .expect(204);

        assertThat(administrator.put(path, change).status()).isEqualTo(FORBIDDEN);
    }

    /** The console asks for the realm first, and then for what its pages show. */
    @ParameterizedTest
    @CsvSource({
        "xt-user-flow-administrator, /authentication/flows",
        "xt-user-administrator, /users",
        "xt-reports-reader, /events",
        "xt-identity-provider-administrator, /identity-provider/instances"
    })
    void keycloaksConsoleShowsWhatTheTaskNeeds(String role, String page) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, role);
        AdminApi administrator = TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app(role, null), email, MAIL));

        assertThat(Stream.of("/" + TENANT.realm(), "/" + TENANT.realm() + page)
                        .map(administrator::get)
                        .map(Answer::status))
                .containsOnly(200);
    }

    @Test
    void theRolesGoWithTheTenant() {
        Tenant tenant = Tenant.named("ending", MAIL).create();
        try {
            tenant.admin().delete(tenant.path("")).expect(204);

            String roles = tenant.admin()
                    .get("/" + tenant.realm() + "/clients?clientId=realm-management")
                    .json()
                    .at("/0/id")
                    .asText();
            assertThat(tenant.admin()
                            .get("/" + tenant.realm() + "/clients/" + roles + "/roles?search=xt-")
                            .expect(200)
                            .json())
                    .isEmpty();
        } finally {
            tenant.delete();
        }
    }

    private static boolean isAllowed(String role, Call call) {
        String granted = table().get(role).get(area(call));
        assertThat(granted)
                .as("the table has a column for " + area(call) + ", since there is " + call)
                .isNotNull();
        return switch (granted) {
            case "manage" -> !isOfTheTenant(call);
            // A link to a preview changes nothing.
            case "read" -> call.method().equals("GET") || call.path().endsWith("/preview");
            default -> false;
        };
    }

    private static boolean isOfTheTenant(Call call) {
        return call.path().isEmpty();
    }

    private static String area(Call call) {
        if (isOfTheTenant(call)) {
            return "tenant";
        }
        return Stream.of("claims", "claims-mapping")
                .filter(part -> call.path().endsWith("/" + part))
                .findFirst()
                .orElseGet(() -> call.path().split("/", -1)[1])
                .replace('-', ' ');
    }

    /** Returns what each role may, by area. */
    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = Documents.text(Documents.REPOSITORY.resolve("docs/administrators.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| role | tenant |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            table.put(
                    row.get(0).replace("`", ""),
                    IntStream.range(1, row.size() - 1).boxed().collect(Collectors.toMap(rows.get(0)::get, row::get)));
        }
        return table;
    }
}
