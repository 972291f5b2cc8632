package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.claims.Answer.Claims;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.OldPasswords;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Event listeners say which extension is asked at which event of which apps. */
final class EventListenersTest {

    private static final Map<String, Object> ALL = Map.of("includeAllApplications", true);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final String email = Customers.anyone();
    private Tenant tenant;
    private ClaimsApi api;
    private ClaimsApi otherApi;

    @BeforeEach
    void tenantWithTwoApis() {
        tenant = Tenant.named("listeners", MAIL).create();
        tenant.existingCustomer(email, Journey.PASSWORD);
        api = tenant.claimsApi();
        api.answerWith(new Claims(Map.of("tier", "gold")));
        otherApi = tenant.claimsApi();
        otherApi.answerWith(new Claims(Map.of("tier", "silver")));
    }

    @AfterEach
    void close() {
        api.close();
        otherApi.close();
        tenant.delete();
    }

    @Test
    void aListenerOfAllAppsIsAskedOnceByAnAppWithAUserFlowAndByOneWithout() throws Exception {
        String listener = listener("all", extension("loyalty", api, "FAIL"), ALL, Map.of());
        RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
        RelyingParty kiosk = tenant.app("kiosk", null);

        assertThat(tokens(shop).id().getStringClaim("tier")).isEqualTo("gold");
        assertThat(tokens(kiosk).access().getStringClaim("tier")).isEqualTo("gold");

        assertThat(api.calls()).hasSize(2).allSatisfy(call -> assertThat(
                        call.at("/data/authenticationEventListenerId").asText())
                .isEqualTo(listener));
    }

    @Test
    void whatTheUserFlowNamesGoesFirstAndIsTheOnlyOneAsked() throws Exception {
        String ofFlow = extension("flow", otherApi, "FAIL");
        listener("all", extension("loyalty", api, "FAIL"), ALL, Map.of("priority", 1000));
        RelyingParty shop =
                tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").claimsFrom(ofFlow)));

        assertThat(tokens(shop).id().getStringClaim("tier")).isEqualTo("silver");

        assertThat(otherApi.calls()).hasSize(1);
        assertThat(api.calls()).isEmpty();
    }

    /** Else it is stored and never asked, and nobody knows why. */
    @Test
    void aListenerSaysWhichUserFlowsKeepItSilent() {
        String ofFlow = extension("flow", otherApi, "FAIL");
        String silencing = tenant.userFlow(FlowSpec.named("silencing").claimsFrom(ofFlow));
        tenant.app("shop", silencing);
        tenant.app("kiosk", tenant.userFlow(FlowSpec.named("other")));
        String loyalty = extension("loyalty", api, "FAIL");
        listener("all", loyalty, ALL, Map.of());
        listener("shops", loyalty, apps("shop"), Map.of());
        String kiosks = listener("kiosks", loyalty, apps("kiosk"), Map.of());

        JsonNode listed =
                tenant.admin().get(tenant.path("/event-listeners")).expect(200).json();

        assertThat(listed)
                .extracting(listener -> listener.path("name").asText() + " "
                        + listener.at("/shadowedBy/0/name").asText() + " "
                        + listener.at("/shadowedBy/0/id").asText())
                .containsExactly("all silencing " + silencing, "kiosks  ", "shops silencing " + silencing);
        JsonNode one = tenant.admin()
                .get(tenant.path("/event-listeners/" + kiosks))
                .expect(200)
                .json();
        assertThat(one.has("shadowedBy")).isFalse();
        assertThat(tenant.admin()
                        .put(
                                tenant.path(
                                        "/event-listeners/" + listed.at("/0/id").asText()),
                                listed.get(0))
                        .expect(200)
                        .json()
                        .at("/shadowedBy/0/id")
                        .asText())
                .as("what came with an answer may come back")
                .isEqualTo(silencing);
    }

    @Test
    void theListenerOfTheHighestPriorityIsTheOnlyOneAsked() throws Exception {
        RelyingParty shop = tenant.app("shop", null);
        listener("usual", extension("loyalty", api, "FAIL"), apps("shop"), Map.of());
        listener("first", extension("other", otherApi, "FAIL"), ALL, Map.of("priority", 501));

        assertThat(tokens(shop).id().getStringClaim("tier")).isEqualTo("silver");

        assertThat(api.calls()).isEmpty();
    }

    @Test
    void aListenerOfAnotherAppOrUserFlowIsNotAsked() {
        RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
        tenant.app("kiosk", null);
        String extension = extension("loyalty", api, "FAIL");
        listener("app", extension, apps("kiosk"), Map.of());
        String flow = tenant.userFlow(FlowSpec.named("partners"));
        listener("flow", extension, Map.of("userFlows", List.of(flow)), Map.of());

        assertThat(tokens(shop).id().getClaims()).doesNotContainKey("tier");

        assertThat(api.calls()).isEmpty();
    }

    @Test
    void aListenerOfTheUserFlowIsAskedByItsApps() throws Exception {
        String flow = tenant.userFlow(FlowSpec.named("customers"));
        RelyingParty shop = tenant.app("shop", flow);
        listener("flow", extension("loyalty", api, "FAIL"), Map.of("userFlows", List.of(flow)), Map.of());

        assertThat(tokens(shop).id().getStringClaim("tier")).isEqualTo("gold");
    }

    @Test
    void aListenerMayLetTokensOutThoughItsExtensionDoesNot() {
        listener("all", extension("loyalty", api, "FAIL"), ALL, Map.of("behaviorOnError", "CONTINUE"));
        RelyingParty shop = tenant.app("shop", null);
        api.answerWith(Other.status(500));

        assertThat(tokens(shop).id().getClaims()).doesNotContainKey("tier");

        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void aListenerMayHaveTheExtensionAskedAgainThoughItDoesNotSay() {
        listener(
                "all",
                extension("loyalty", api, "FAIL"),
                ALL,
                Map.of("behaviorOnError", "CONTINUE", "maximumRetries", 1));
        api.answerWith(Other.status(500));

        tokens(tenant.app("shop", null));

        assertThat(api.calls()).hasSize(2);
    }

    /** An API that fails must not lock out who could mend it. */
    @Test
    void theConsoleOfAdministratorsIsNoAppThatAListenerNames() {
        String extension = extension("loyalty", api, "FAIL");

        Answer refused = tenant.admin()
                .post(
                        tenant.path("/event-listeners"),
                        listenerBody("console", extension, apps("security-admin-console"), Map.of()));

        assertThat(refused.error()).isEqualTo("xt_listener_application_unknown");
        assertThat(refused.field()).isEqualTo("conditions.includeApplications[0].appId");
    }

    @Test
    void anExtensionThatAListenerNamesStays() {
        String extension = extension("loyalty", api, "FAIL");
        String listener = listener("all", extension, ALL, Map.of());

        Answer refused = tenant.admin().delete(tenant.path("/custom-extensions/" + extension));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("xt_extension_in_use");
        tenant.admin().delete(tenant.path("/event-listeners/" + listener)).expect(204);
        tenant.admin().delete(tenant.path("/custom-extensions/" + extension)).expect(204);
    }

    @Test
    void anAppThatIsDeletedByUsIsNamedNoMore() {
        tenant.admin()
                .post(tenant.path("/applications"), Map.of("type", "spa", "clientId", "store"))
                .expect(201);
        String listener = listener("apps", extension("loyalty", api, "FAIL"), apps("store", "account"), Map.of());

        tenant.admin().delete(tenant.path("/applications/store")).expect(204);

        assertThat(appsOf(listener)).containsExactly("account");
    }

    @Test
    void anAppThatIsDeletedOrRenamedAtKeycloaksRestIsFollowed() {
        tenant.app("shop", null);
        tenant.app("kiosk", null);
        String listener = listener("apps", extension("loyalty", api, "FAIL"), apps("shop", "kiosk"), Map.of());
        String clients = "/" + tenant.realm() + "/clients/";

        tenant.admin()
                .put(clients + AdminDoorsTest.idOfClient(tenant, "kiosk"), Map.of("clientId", "terminal"))
                .expect(204);
        assertThat(appsOf(listener)).containsExactly("shop", "terminal");

        tenant.admin()
                .delete(clients + AdminDoorsTest.idOfClient(tenant, "shop"))
                .expect(204);
        assertThat(appsOf(listener)).containsExactly("terminal");
    }

    @Test
    void aUserFlowThatIsDeletedIsNamedNoMore() {
        String flow = tenant.userFlow(FlowSpec.named("customers"));
        String listener =
                listener("flow", extension("loyalty", api, "FAIL"), Map.of("userFlows", List.of(flow)), Map.of());

        tenant.admin().delete(tenant.path("/user-flows/" + flow)).expect(204);

        assertThat(read(listener).at("/conditions/userFlows")).isEmpty();
        assertThat(read(listener).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void aListenerMigratesPasswordsByAnAttributeOfItsOwn() {
        tenant.attribute("toBeMigratedShop", "BOOLEAN");
        try (OldPasswords old = new OldPasswords()) {
            Map<String, Object> listener =
                    new HashMap<>(listenerBody("legacy", oldPasswords(old), apps("shop"), Map.of()));
            RelyingParty shop = tenant.app("shop", null);
            listener.put("event", "onPasswordSubmit");
            listener.put("migrationAttribute", "toBeMigratedShop");
            tenant.admin().post(tenant.path("/event-listeners"), listener).expect(201);
            String migrating = customerOfOld();
            old.knows(migrating, Journey.PASSWORD);

            assertThat(Journey.at(shop, MAIL)
                            .passwordGiven(migrating, Journey.PASSWORD)
                            .returned())
                    .isNotNull();

            assertThat(old.bodies()).hasSize(1);
            assertThat(isOld(migrating)).isEqualTo("false");
        }
    }

    /** Else the old password would go on opening the account. */
    @Test
    void anotherPasswordEndsTheMigrationByWhateverAttribute() {
        tenant.attribute("toBeMigratedShop", "BOOLEAN");
        try (OldPasswords old = new OldPasswords()) {
            Map<String, Object> listener = new HashMap<>(listenerBody("legacy", oldPasswords(old), ALL, Map.of()));
            listener.put("event", "onPasswordSubmit");
            listener.put("migrationAttribute", "toBeMigratedShop");
            tenant.admin().post(tenant.path("/event-listeners"), listener).expect(201);
            String migrating = customerOfOld();

            tenant.admin()
                    .put(
                            "/" + tenant.realm() + "/users/"
                                    + tenant.customer(migrating).path("id").asText() + "/reset-password",
                            Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false))
                    .expect(204);

            assertThat(isOld(migrating)).isEqualTo("false");
        }
    }

    @Test
    void atPasswordSubmitTheExtensionHasAKey() {
        String extension = extension("legacy", api, "FAIL");
        Map<String, Object> atPassword = new HashMap<>(listenerBody("legacy", extension, ALL, Map.of()));
        atPassword.put("event", "onPasswordSubmit");

        Answer refused = tenant.admin().post(tenant.path("/event-listeners"), atPassword);

        assertThat(refused.error()).isEqualTo("xt_extension_key_missing");
        assertThat(refused.field()).isEqualTo("extensionId");
    }

    @Test
    void atPasswordSubmitTheAttributeIsABooleanOfTheTenant() {
        String extension;
        try (OldPasswords old = new OldPasswords()) {
            extension = oldPasswords(old);
        }
        tenant.attribute("toBeMigratedShop", "BOOLEAN");
        tenant.attribute("toBeMigratedNow", "STRING");
        Map<String, Object> atPassword = new HashMap<>(listenerBody("legacy", extension, ALL, Map.of()));
        atPassword.put("event", "onPasswordSubmit");

        for (String attribute : List.of("toBeMigratedNow", "toBeMigratedNowhere")) {
            atPassword.put("migrationAttribute", attribute);
            Answer refused = tenant.admin().post(tenant.path("/event-listeners"), atPassword);
            assertThat(refused.error()).as(attribute).isEqualTo("xt_listener_migration_attribute_unknown");
        }
        atPassword.put("migrationAttribute", "toBeMigratedShop");
        tenant.admin().post(tenant.path("/event-listeners"), atPassword).expect(201);
    }

    /** Customers answer other attributes, and administrators may have answered them, too. */
    @Test
    void onlyAnAttributeMadeForMigrationIsNamedAtPasswordSubmit() {
        tenant.attribute("termsAccepted", "BOOLEAN");
        tenant.attribute("toBeMigratedShop", "BOOLEAN");
        Map<String, Object> atPassword;
        try (OldPasswords old = new OldPasswords()) {
            atPassword = new HashMap<>(listenerBody("legacy", oldPasswords(old), ALL, Map.of()));
        }
        atPassword.put("event", "onPasswordSubmit");

        for (String attribute : List.of("termsAccepted", "email", "nowhere")) {
            atPassword.put("migrationAttribute", attribute);
            refusedAsUnsuitable(attribute, tenant.admin().post(tenant.path("/event-listeners"), atPassword));
        }
        atPassword.put("migrationAttribute", "toBeMigratedShop");
        PasswordMigrationTest.letCustomersWrite(tenant, "toBeMigratedShop");
        refusedAsUnsuitable("written by customers", tenant.admin().post(tenant.path("/event-listeners"), atPassword));
    }

    private static void refusedAsUnsuitable(String what, Answer refused) {
        assertThat(refused.status()).as(what).isEqualTo(400);
        assertThat(refused.error()).as(what).isEqualTo("xt_listener_migration_attribute_unsuitable");
        assertThat(refused.field()).as(what).isEqualTo("migrationAttribute");
    }

    @Test
    void whoeverChangesAListenerIsInTheAdminEvents() {
        String listener = listener("all", extension("loyalty", api, "FAIL"), ALL, Map.of());
        tenant.admin().delete(tenant.path("/event-listeners/" + listener)).expect(204);

        JsonNode events = tenant.admin()
                .get("/" + tenant.realm() + "/admin-events?resourcePath=external-tenant/event-listeners/*")
                .expect(200)
                .json();

        assertThat(events.findValuesAsText("operationType")).containsExactlyInAnyOrder("CREATE", "DELETE");
        assertThat(events.findValuesAsText("resourcePath")).containsOnly("external-tenant/event-listeners/" + listener);
    }

    @Test
    void atMost249OfThemAreCreatedHoweverManyComeAtOnce() {
        String extension = extension("loyalty", api, "FAIL");
        List<Map<String, Object>> many = IntStream.range(0, 246)
                .mapToObj(i -> listenerBody("listener-" + i, "loyalty", Map.of(), Map.of()))
                .toList();
        tenant.admin()
                .put(tenant.path("/document"), Map.of("eventListeners", many))
                .expect(200);

        List<Answer> answers = AtOnce.all(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> () -> tenant.admin()
                        .post(
                                tenant.path("/event-listeners"),
                                listenerBody("more-" + i, extension, Map.of(), Map.of())))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("xt_listener_limit_reached"));
        assertThat(tenant.admin().get(tenant.path("/event-listeners?max=1000")).json())
                .hasSize(249);
        assertThat(tenant.admin()
                        .get(tenant.path("/event-listeners?search=MORE-&first=1&max=1"))
                        .json())
                .hasSize(1);
    }

    @Test
    void atMost100ExtensionsAreCreatedHoweverManyComeAtOnce() {
        List<Map<String, Object>> many =
                IntStream.range(0, 97).mapToObj(i -> extensionBody("api-" + i)).toList();
        tenant.admin()
                .put(tenant.path("/document"), Map.of("customExtensions", many))
                .expect(200);

        List<Answer> answers = AtOnce.all(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(
                        i -> () -> tenant.admin().post(tenant.path("/custom-extensions"), extensionBody("more-" + i)))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("xt_extension_limit_reached"));
        assertThat(tenant.admin()
                        .get(tenant.path("/custom-extensions?max=1000"))
                        .json())
                .hasSize(100);
    }

    private Map<String, Object> extensionBody(String name) {
        return Map.of("name", name, "targetUrl", api.url().toString());
    }

    private String oldPasswords(OldPasswords old) {
        return tenant.admin()
                .post(
                        tenant.path("/custom-extensions"),
                        Map.of(
                                "name",
                                "legacy",
                                "targetUrl",
                                old.url().toString(),
                                "resourceId",
                                "api://legacy",
                                "encryptionKey",
                                old.encryptionKey()))
                .createdId();
    }

    private String customerOfOld() {
        String address = Customers.anyone();
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/users",
                        Map.of(
                                "username",
                                address,
                                "email",
                                address,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("toBeMigratedShop", List.of("true"))))
                .expect(201);
        return address;
    }

    private String isOld(String address) {
        return tenant.customer(address).at("/attributes/toBeMigratedShop/0").asText();
    }

    private SignIn.Tokens tokens(RelyingParty app) {
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private String extension(String name, ClaimsApi of, String behaviorOnError) {
        return tenant.extension(name, of, behaviorOnError, "tier");
    }

    private String listener(String name, String extensionId, Map<String, Object> conditions, Map<String, Object> more) {
        return tenant.admin()
                .post(tenant.path("/event-listeners"), listenerBody(name, extensionId, conditions, more))
                .createdId();
    }

    private static Map<String, Object> listenerBody(
            String name, String extensionId, Map<String, Object> conditions, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        body.put("event", "onTokenIssuanceStart");
        body.put("extensionId", extensionId);
        body.put("conditions", conditions);
        return body;
    }

    private static Map<String, Object> apps(String... clientIds) {
        return Map.of(
                "includeApplications",
                Stream.of(clientIds).map(id -> Map.of("appId", id)).toList());
    }

    private JsonNode read(String listener) {
        return tenant.admin()
                .get(tenant.path("/event-listeners/" + listener))
                .expect(200)
                .json();
    }

    private List<String> appsOf(String listener) {
        return read(listener).at("/conditions/includeApplications").findValuesAsText("appId");
    }
}
