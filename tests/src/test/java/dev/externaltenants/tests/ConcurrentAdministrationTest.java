package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators who write at once neither lose each other's changes nor double what there is one of. */
final class ConcurrentAdministrationTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("concurrent", MAIL);

    @Test
    void attributesAddedAtOnceAreAllThere() {
        List<String> names =
                IntStream.range(0, 8).mapToObj(n -> "attribute" + n).toList();

        List<Answer> answers = AtOnce.all(names.stream()
                .<Callable<Answer>>map(name -> () ->
                        TENANT.admin().post(TENANT.path("/attributes"), Map.of("name", name, "dataType", "STRING")))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        JsonNode listed = TENANT.admin().get(TENANT.path("/attributes")).json();
        assertThat(listed.findValuesAsText("name")).containsAll(names);
    }

    @Test
    void ofTwoChangesMadeFromOneVersionOfAnExtensionOneIsRefused() {
        String path = TENANT.path("/custom-extensions");
        Answer created = TENANT.admin().post(path, extension("loyalty"));

        assertOneIsRefused(created, path, extension("gold"), extension("silver"));
    }

    @Test
    void ofTwoChangesMadeFromOneVersionOfAUserFlowOneIsRefused() {
        String path = TENANT.path("/user-flows");
        Answer created = TENANT.admin().post(path, FlowSpec.named("customers").json());

        assertOneIsRefused(
                created,
                path,
                FlowSpec.named("gold").json(),
                FlowSpec.named("silver").json());
    }

    @Test
    void keycloaksDeletionOfAListedProviderAndOurChangeOfItDoNotWaitForEachOther() {
        for (int i = 0; i < 8; i++) {
            String alias = "waiting" + i;
            Map<String, String> provider =
                    Map.of("type", "google", "alias", alias, "clientId", "id", "clientSecret", "secret");
            TENANT.admin().post(TENANT.path("/identity-providers"), provider).expect(201);
            String flow = TENANT.path(
                    "/user-flows/" + TENANT.userFlow(FlowSpec.named("waiting").lists(alias)));

            List<Answer> answers = AtOnce.all(List.of(
                    () -> TENANT.admin().delete("/" + TENANT.realm() + "/identity-provider/instances/" + alias),
                    () -> TENANT.admin().put(TENANT.path("/identity-providers/" + alias), provider)));

            boolean deleted = answers.get(0).status() == 204;
            assertThat(answers)
                    .as("Keycloak tells who came too late of a conflict")
                    .allSatisfy(answer -> assertThat(answer.status()).isLessThan(500));
            assertThat(TENANT.admin().get(flow).json().path("identityProviders"))
                    .as(answers.toString())
                    .hasSize(deleted ? 0 : 1);
            assertThat(TENANT.admin()
                            .get(TENANT.path("/identity-providers/" + alias))
                            .status())
                    .isEqualTo(deleted ? 404 : 200);
            TENANT.admin().delete(flow).expect(204);
        }
    }

    @Test
    void aProviderThatIsDeletedWhileAFlowIsToListItIsEitherThereOrNotListed() {
        for (int i = 0; i < 8; i++) {
            String alias = "raced" + i;
            String provider = TENANT.path("/identity-providers/" + alias);
            TENANT.admin()
                    .post(
                            TENANT.path("/identity-providers"),
                            Map.of("type", "google", "alias", alias, "clientId", "id", "clientSecret", "secret"))
                    .expect(201);
            String flow = TENANT.path("/user-flows/" + TENANT.userFlow(FlowSpec.named("racing")));

            List<Answer> answers = AtOnce.all(List.of(
                    () -> TENANT.admin()
                            .put(flow, FlowSpec.named("racing").lists(alias).json()),
                    () -> TENANT.admin().delete(provider)));

            boolean listed = answers.get(0).status() == 200;
            assertThat(answers.stream().map(Answer::status))
                    .as(answers.toString())
                    .isEqualTo(listed ? List.of(200, 409) : List.of(400, 204));
            assertThat(TENANT.admin().get(provider).status()).isEqualTo(listed ? 200 : 404);
            TENANT.admin().delete(flow).expect(204);
        }
    }

    @Test
    void ofSixtyFourWritersEachIsToldWhatBecameOfItAndThatIsSo() {
        Tenant tenant = Tenant.named("writers", MAIL).create();
        try {
            SixtyFourWriters writers = SixtyFourWriters.inTenant(tenant);

            writers.assertToldWhatBecameOfIt();
            writers.assertThereIsWhatWasSaid();
        } finally {
            tenant.delete();
        }
    }

    @Test
    void aRealmThatIsMadeATenantSeveralTimesAtOnceIsOneTenant() {
        Tenant tenant = Tenant.named("at-once", MAIL).createRealm();
        try {
            List<Answer> answers = AtOnce.times(6, () -> tenant.admin().put(tenant.path(""), Map.of()));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
            tenant.admin().put(tenant.path(""), Map.of()).expect(200);
            assertThat(flowsOf(tenant)).containsOnlyOnce("xt browser", "xt registration", "xt direct grant");
            for (String flow : List.of("xt browser", "xt registration", "xt direct grant")) {
                assertThat(executionsOf(tenant, flow)).isEqualTo(executionsOf(TENANT, flow));
            }
            RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
            assertThat(Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of()))
                    .isNotNull();
        } finally {
            tenant.delete();
        }
    }

    private static void assertOneIsRefused(Answer created, String path, Object one, Object other) {
        String item = path + "/" + created.createdId();
        Map<String, String> ifMatch =
                Map.of("If-Match", created.headers().firstValue("ETag").orElseThrow());

        List<Answer> answers =
                AtOnce.all(List.of(() -> TENANT.admin().call("PUT", item, one, ifMatch), () -> TENANT.admin()
                        .call("PUT", item, other, ifMatch)));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
        Answer stored = answers.get(answers.get(0).status() == 200 ? 0 : 1);
        assertThat(TENANT.admin().get(item).json()).isEqualTo(stored.json());
    }

    private static Map<String, Object> extension(String name) {
        return Map.of("name", name, "targetUrl", "https://127.0.0.1/claims", "resourceId", "api://claims");
    }

    private static List<String> flowsOf(Tenant tenant) {
        return tenant.admin()
                .get("/" + tenant.realm() + "/authentication/flows")
                .expect(200)
                .json()
                .findValuesAsText("alias");
    }

    /** Returns the steps with those of the flows below, in their order. */
    private static List<String> executionsOf(Tenant tenant, String flow) {
        List<String> executions = new ArrayList<>();
        tenant.admin()
                .get("/" + tenant.realm() + "/authentication/flows/" + flow.replace(" ", "%20") + "/executions")
                .expect(200)
                .json()
                .forEach(execution ->
                        executions.add(execution.path("displayName").asText() + " "
                                + execution.path("requirement").asText()));
        return executions;
    }
}
