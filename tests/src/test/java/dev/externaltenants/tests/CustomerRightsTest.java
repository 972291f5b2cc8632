package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.harness.TestSupport.RestMethod;
import dev.externaltenants.tests.servers.AdminApi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer reaches herself and nobody else: every endpoint is called with the access token of a sign-up. */
final class CustomerRightsTest {

    /** What answers a customer: her own account, and nothing of others. */
    private static final Set<String> HER_OWN = Set.of(
            "GET /realms/{realm}/account",
            "POST /realms/{realm}/account",
            "GET /realms/{realm}/account/applications",
            "GET /realms/{realm}/account/credentials",
            "GET /realms/{realm}/account/groups",
            "GET /realms/{realm}/account/linked-accounts",
            "GET /realms/{realm}/account/sessions",
            "GET /realms/{realm}/account/sessions/devices",
            "GET /realms/{realm}/account/supportedLocales",
            "GET /realms/{realm}/protocol/openid-connect/userinfo",
            "POST /realms/{realm}/protocol/openid-connect/userinfo");

    /** What of Keycloak takes a bearer token, beside its admin REST; the public documents of a realm are not among it. */
    private static final List<RestMethod> FOR_BEARERS = Stream.of(
                    "GET /realms/{realm}/account",
                    "POST /realms/{realm}/account",
                    "GET /realms/{realm}/account/applications",
                    "DELETE /realms/{realm}/account/applications/none/consent",
                    "GET /realms/{realm}/account/credentials",
                    "GET /realms/{realm}/account/groups",
                    "GET /realms/{realm}/account/linked-accounts",
                    "GET /realms/{realm}/account/organizations",
                    "GET /realms/{realm}/account/resources",
                    "GET /realms/{realm}/account/resources/shared-with-me",
                    "GET /realms/{realm}/account/sessions",
                    "GET /realms/{realm}/account/sessions/devices",
                    "GET /realms/{realm}/account/supportedLocales",
                    "GET /realms/{realm}/protocol/openid-connect/userinfo",
                    "POST /realms/{realm}/protocol/openid-connect/userinfo",
                    "POST /realms/{realm}/protocol/openid-connect/token/introspect",
                    "POST /realms/{realm}/clients-registrations/default",
                    "POST /realms/{realm}/clients-registrations/openid-connect",
                    "GET /realms/{realm}/clients-registrations/default/shop",
                    "GET /realms/{realm}/clients-registrations/openid-connect/shop",
                    "GET /realms/{realm}/clients-registrations/install/shop",
                    "GET /realms/{realm}/broker/none/token",
                    "GET /realms/{realm}/authz/protection/resource_set",
                    "POST /realms/{realm}/authz/protection/permission",
                    "GET /realms/{realm}/authz/protection/uma-policy",
                    "GET /admin/serverinfo",
                    "GET /admin/{realm}/console/whoami")
            .map(call -> call.split(" ", 2))
            .map(call -> new RestMethod(call[0], call[1]))
            .toList();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("rights", MAIL);

    @RegisterExtension
    static final Tenant OTHER = Tenant.named("rights-other", MAIL);

    private static JsonNode herself;
    private static JsonNode somebodyElse;
    private static AdminApi customer;

    @BeforeAll
    static void aCustomerWhoSignedUp() {
        String email = Customers.anyone();
        Journey journey = Journey.at(TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers"))), MAIL);
        customer = TENANT.admin()
                .withToken(
                        journey.signIn().redeem(journey.signUp(email, Map.of())).accessToken());
        herself = TENANT.customer(email);
        String another = Customers.anyone();
        TENANT.existingCustomer(another, Journey.PASSWORD);
        somebodyElse = TENANT.customer(another);
    }

    @Test
    void ofAllThatTakesATokenOnlyHerOwnAccountAnswersHer() {
        assertThat(answered(FOR_BEARERS, TENANT.realm(), herself)).isEqualTo(HER_OWN);
    }

    @Test
    void herTokenIsWorthNothingInAnotherTenant() {
        assertThat(answered(FOR_BEARERS, OTHER.realm(), herself)).isEmpty();
        assertThat(answered(FOR_BEARERS, "master", herself)).isEmpty();
    }

    @Test
    void noMethodOfTheAdminRestAnswersHer() {
        List<RestMethod> methods =
                new ArrayList<>(TestSupport.of(TENANT.server()).adminMethods());
        methods.addAll(TestSupport.of(TENANT.server()).restMethods());

        assertThat(methods).hasSizeGreaterThan(300);
        for (String realm : List.of(TENANT.realm(), OTHER.realm(), "master")) {
            assertThat(answered(methods, realm, herself)).as(realm).isEmpty();
        }
        assertThat(answered(methods, TENANT.realm(), somebodyElse)).isEmpty();
        assertThat(TENANT.admin().get(TENANT.path("")).status()).isEqualTo(200);
    }

    /** Without this, all could be refused because the calls are none. */
    @Test
    void theAdministratorIsAnsweredByManyOfTheSameCalls() {
        List<RestMethod> reads = TestSupport.of(TENANT.server()).adminMethods().stream()
                .filter(method -> method.method().equals("GET"))
                .toList();

        assertThat(answered(reads, TENANT.realm(), herself, TENANT.admin())).hasSizeGreaterThan(50);
    }

    @Test
    void herOwnProfileIsHersToChange() {
        String path = "/realms/" + TENANT.realm() + "/account";
        Map<String, Object> changed =
                Map.of("email", herself.path("email").asText(), "attributes", Map.of("locality", List.of("Redmond")));

        assertThat(customer.callAt("POST", path, changed, Map.of()).status()).isEqualTo(204);

        assertThat(TENANT.customer(herself.path("email").asText())
                        .at("/attributes/locality/0")
                        .asText())
                .isEqualTo("Redmond");
    }

    private static Set<String> answered(List<RestMethod> methods, String realm, JsonNode user) {
        return answered(methods, realm, user, customer);
    }

    private static Set<String> answered(List<RestMethod> methods, String realm, JsonNode user, AdminApi caller) {
        Set<String> answered = new LinkedHashSet<>();
        for (RestMethod method : methods) {
            String path = method.path()
                    .replace("{realm}", realm)
                    .replaceAll(
                            "\\{(?:user-id|userId|id)[^}]*}", user.path("id").asText())
                    .replaceAll("\\{[^}]*}", "none");
            boolean hasBody = !method.method().equals("GET");
            int status = caller.callAt(method.method(), path, hasBody ? body(path) : null, Map.of())
                    .status();
            if (status / 100 == 2) {
                answered.add(method.method() + " " + method.path());
            }
        }
        return answered;
    }

    private static String body(String path) {
        return path.endsWith("/account")
                ? "{\"email\":\"" + herself.path("email").asText() + "\"}"
                : "{}";
    }
}
