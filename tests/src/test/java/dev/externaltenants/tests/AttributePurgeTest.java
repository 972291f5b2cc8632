package dev.externaltenants.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the values that customers have of an attribute that is deleted. */
final class AttributePurgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TASK = "xt-value-purge";
    private static final String KIM = "kim@contoso.example";

    /** More than a purge takes in one turn. */
    private static final int CUSTOMERS = 2050;

    /** Each customer of an import takes the longer the more there are before. */
    private static final int AT_ONCE = 100;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("purge", MAIL);

    @BeforeEach
    void twoAttributes() {
        tenant.create();
        tenant.attribute("shoeSize", "INT");
        tenant.attribute("hobby", "STRING");
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void removesTheValuesOfAllCustomersAndNothingElse() {
        RelyingParty app = tenant.app("shop", tenant.userFlow(FlowSpec.named("default")));
        tenant.claims("shop", Map.of("size", "shoeSize", "hobby", "hobby"));
        importCustomers(CUSTOMERS);
        setPassword(KIM);
        assertThat(claimsOf(app)).containsEntry("size", 42L).containsEntry("hobby", "chess");
        tenant.claims("shop", Map.of("hobby", "hobby"));

        JsonNode begun = tenant.admin()
                .delete(attribute("shoeSize") + "?values=purge")
                .expect(202)
                .json();
        assertThat(begun.path("accounts").asInt()).isEqualTo(CUSTOMERS);
        awaitStatus("shoeSize", "DONE");

        assertThat(holders("shoeSize", "42")).isZero();
        assertThat(holders("hobby", "chess")).isEqualTo(CUSTOMERS);
        assertThat(purge("shoeSize").path("remaining").asInt()).isZero();
        tenant.attribute("shoeSize", "STRING");
        tenant.claims("shop", Map.of("size", "shoeSize", "hobby", "hobby"));
        assertThat(claimsOf(app)).doesNotContainKey("size").containsEntry("hobby", "chess");
    }

    @Test
    void keepsTheValuesUnlessToldOtherwise() {
        importCustomers(2);

        tenant.admin().delete(attribute("shoeSize")).expect(204);
        tenant.admin().delete(attribute("hobby") + "?values=keep").expect(204);
        tenant.attribute("shoeSize", "INT");
        tenant.attribute("hobby", "STRING");

        assertThat(holders("shoeSize", "42")).isEqualTo(2);
        assertThat(holders("hobby", "chess")).isEqualTo(2);
        tenant.admin().get(attribute("shoeSize") + "/purge").expect(404);
    }

    @Test
    void takesNoOtherChoice() {
        assertThat(tenant.admin()
                        .delete(attribute("shoeSize") + "?values=all")
                        .expect(400)
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("values");
        tenant.admin().delete(attribute("unknown") + "?values=purge").expect(404);
        assertThat(tenant.admin().delete(attribute("city") + "?values=purge").error())
                .isEqualTo("xt_attribute_built_in");
    }

    @Test
    void whoAdministersAttributesOnlyPurgesNoValues() {
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(tenant, email, "xt-attribute-administrator");
        AdminApi administrator =
                tenant.admin().withToken(AdminDoorsTest.tokenOf(tenant.app("console", null), email, MAIL));

        administrator.delete(attribute("shoeSize") + "?values=purge").expect(403);
        administrator.delete(attribute("shoeSize")).expect(204);
    }

    /** As after the death of the node that had begun, and as in the copy of a realm. */
    @Test
    void goesOnWithAPurgeThatItDidNotBegin() {
        withoutTimer(this::goesOnWithAnOpenPurge);
    }

    private void goesOnWithAnOpenPurge() {
        tenant.delete();
        importWithOpenPurge("size");
        importCustomers(2);
        assertThat(purge("size").path("remaining").asInt()).isEqualTo(2);

        assertThat(tenant.admin()
                        .post(tenant.path("/attributes"), Map.of("name", "SIZE", "dataType", "STRING"))
                        .error())
                .isEqualTo("xt_attribute_purge_running");
        assertThat(tenant.admin().delete(tenant.path("")).error()).isEqualTo("xt_attribute_purge_running");
        TestSupport.of(tenant.server()).runTask(TASK);

        awaitStatus("size", "DONE");
        assertThat(holders("size", "L")).isZero();
        tenant.attribute("SIZE", "STRING");
    }

    /** Keycloak's own REST asks nobody whether a purge is running. */
    @Test
    void stopsWhenTheUserProfileHasTheAttributeAgain() {
        withoutTimer(this::stopsAnOpenPurge);
    }

    private void stopsAnOpenPurge() {
        tenant.delete();
        importWithOpenPurge("size");
        importCustomers(2);
        String profilePath = "/" + tenant.realm() + "/users/profile";
        JsonNode profile = tenant.admin().get(profilePath).json();
        ((ObjectNode) profile)
                .withArray("attributes")
                .addObject()
                .put("name", "size")
                .putObject("permissions")
                .putArray("view")
                .add("admin");
        tenant.admin().put(profilePath, profile).expect(200);
        TestSupport.of(tenant.server()).runTask(TASK);

        awaitStatus("size", "STOPPED");
        assertThat(holders("size", "L")).isEqualTo(2);
    }

    /** It looks for open purges every minute, and would not wait until a test has made its customers. */
    private void withoutTimer(Runnable test) {
        TestSupport.of(tenant.server()).withoutTimer(TASK, test);
    }

    private void importWithOpenPurge(String attribute) {
        tenant.importRealm(Map.of(
                        "components",
                        Map.of(
                                "dev.externaltenants.customattributes.purge.ValuePurgeProvider",
                                List.of(Map.of(
                                        "name",
                                        attribute,
                                        "providerId",
                                        "xt-component",
                                        "config",
                                        Map.of(
                                                "status", List.of("RUNNING"),
                                                "startedAt", List.of("2026-11-22T20:15:30Z"),
                                                "accounts", List.of("2")))))))
                .expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(201);
    }

    /** Kim is one of them. */
    private void importCustomers(int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            importCustomers(from, Math.min(from + AT_ONCE, count));
        }
    }

    private void importCustomers(int from, int end) {
        List<Map<String, Object>> users = IntStream.range(from, end)
                .mapToObj(i -> i == 0 ? KIM : "customer" + i + "@contoso.example")
                .map(email -> Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("shoeSize", List.of("42"), "hobby", List.of("chess"), "size", List.of("L"))))
                .toList();
        tenant.admin()
                .post("/" + tenant.realm() + "/partialImport", Map.of("ifResourceExists", "FAIL", "users", users))
                .expect(200);
    }

    private void setPassword(String email) {
        tenant.admin()
                .put(
                        "/" + tenant.realm() + "/users/"
                                + tenant.customer(email).path("id").asText() + "/reset-password",
                        Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))
                .expect(204);
    }

    private Map<String, Object> claimsOf(RelyingParty app) {
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(KIM, Journey.PASSWORD).returned())
                .id()
                .getClaims();
    }

    private int holders(String attribute, String value) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/users/count?q=" + attribute + ":" + value)
                .expect(200)
                .json()
                .asInt();
    }

    private void awaitStatus(String attribute, String status) {
        Waits.until(
                "the purge is " + status,
                PATIENCE,
                () -> purge(attribute).path("status").asText().equals(status));
    }

    private JsonNode purge(String attribute) {
        return tenant.admin().get(attribute(attribute) + "/purge").expect(200).json();
    }

    private String attribute(String name) {
        return tenant.path("/attributes/" + name);
    }
}
