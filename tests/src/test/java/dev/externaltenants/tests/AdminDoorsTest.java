package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AdminApi;
import dev.externaltenants.tests.harness.Answer;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.harness.TestSupport.RestMethod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may not, may not: on every admin REST method of ours, as the running server has them. */
final class AdminDoorsTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("doors", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("other", MAIL);

    private static AdminApi customer;
    private static AdminApi adminOfOther;

    @BeforeAll
    static void callers() {
        String customerEmail = Customers.anyone();
        TENANT.existingCustomer(customerEmail, Journey.PASSWORD);
        customer = TENANT.admin().withToken(tokenOf(TENANT, customerEmail));

        String adminEmail = Customers.anyone();
        OTHER.existingCustomer(adminEmail, Journey.PASSWORD);
        makeRealmAdmin(OTHER, adminEmail);
        adminOfOther = OTHER.admin().withToken(tokenOf(OTHER, adminEmail));
    }

    static Stream<RestMethod> methods() {
        return TestSupport.of(TENANT.server()).adminMethods().stream();
    }

    @Test
    void theServerTellsItsMethods() {
        assertThat(methods())
                .contains(
                        new RestMethod("PUT", ""),
                        new RestMethod("POST", "user-flows"),
                        new RestMethod("PUT", "user-flows/{id}/applications/{clientId}"),
                        new RestMethod("GET", "attributes"),
                        new RestMethod("POST", "custom-extensions"),
                        new RestMethod("PUT", "applications/{clientId}/claims"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesWhoHasNoToken(RestMethod method) {
        assertThat(call(TENANT.admin().withoutToken(), method).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesATokenThatIsNone(RestMethod method) {
        assertThat(call(TENANT.admin().withToken("no.such.token"), method).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesACustomer(RestMethod method) {
        assertThat(call(customer, method).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesTheAdministratorOfAnotherTenant(RestMethod method) {
        assertThat(call(adminOfOther, method).status()).isEqualTo(403);
    }

    @Test
    void theAdministratorOfATenantMayDoSoThere() {
        assertThat(adminOfOther.get(OTHER.path("/user-flows")).status()).isEqualTo(200);
    }

    @Test
    void refusedCallsChangedNothing() {
        JsonNode flows = TENANT.admin().get(TENANT.path("/user-flows")).json();

        assertThat(flows).hasSize(1);
    }

    private static Answer call(AdminApi caller, RestMethod method) {
        String path = method.path().replaceAll("\\{[^}]*}", "x");
        String body = List.of("POST", "PUT", "PATCH").contains(method.method()) ? "{}" : null;
        return caller.call(method.method(), TENANT.path(path.isEmpty() ? "" : "/" + path), body);
    }

    private static String tokenOf(Tenant tenant, String email) {
        RelyingParty app = tenant.app("console", tenant.userFlow(FlowSpec.named("default")));
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                .accessToken();
    }

    private static void makeRealmAdmin(Tenant tenant, String email) {
        String users = "/" + tenant.realm() + "/users/";
        String clients = "/" + tenant.realm() + "/clients";
        String management = tenant.admin()
                .get(clients + "?clientId=realm-management")
                .json()
                .at("/0/id")
                .asText();
        JsonNode role = tenant.admin()
                .get(clients + "/" + management + "/roles/realm-admin")
                .expect(200)
                .json();
        tenant.admin()
                .post(
                        users + tenant.customer(email).path("id").asText() + "/role-mappings/clients/" + management,
                        List.of(Map.of("id", role.path("id").asText(), "name", "realm-admin")))
                .expect(204);
    }
}
