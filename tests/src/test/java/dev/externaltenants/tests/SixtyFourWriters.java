package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** All that administrators write in a tenant, by sixty-four of them at once, and what must hold afterwards. */
final class SixtyFourWriters {

    /** What a writer may be told who came too late, beside what is said about what it wanted. */
    private static final Set<String> TOO_LATE = Set.of("xt_conflict", "xt_busy");

    /** What a writer of the kind may be told instead of done. */
    private static final Map<String, String> REFUSALS = Map.of(
            "create flow", "xt_flow_limit_reached",
            "create customer", "xt_account_exists",
            "create provider", "xt_identity_provider_alias_taken",
            "change flow", "xt_version_conflict",
            "change app", "xt_version_conflict",
            "change customer", "xt_version_conflict",
            "change provider", "xt_version_conflict",
            "replace by version", "xt_version_conflict");

    private final Tenant tenant;
    private final Map<String, Callable<Answer>> calls = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final String other;
    private final Versioned flow;
    private final Versioned app;
    private final Versioned customer;
    private final Versioned provider;

    /** Something that several change, each from what it was when all began. */
    private record Versioned(String path, String etag) {}

    private SixtyFourWriters(Tenant tenant) {
        this.tenant = tenant;
        this.other = tenant.userFlow(FlowSpec.named("other"));
        this.flow = created("/user-flows", FlowSpec.named("changed").json());
        this.app = created("/applications", Map.of("clientId", "changed", "type", "spa"));
        this.customer = created("/customers", Map.of("email", "changed@contoso.example"));
        this.provider = created("/identity-providers", provider("changed", "Changed"));
        tenant.admin()
                .post(tenant.path("/applications"), Map.of("clientId", "moved", "type", "spa", "userFlow", other))
                .expect(201);
    }

    /** Lets them write, which is over when this returns. */
    static SixtyFourWriters inTenant(Tenant tenant) {
        SixtyFourWriters writers = new SixtyFourWriters(tenant);
        writers.gather();
        writers.write();
        return writers;
    }

    private void gather() {
        String document = etag(tenant.admin().get(tenant.path("/document")).expect(200));
        creates("flow", 12, "/user-flows", i -> FlowSpec.named("flow" + i).json());
        creates("attribute", 5, "/attributes", i -> Map.of("name", "attribute" + i, "dataType", "STRING"));
        creates("app", 6, "/applications", i -> Map.of("clientId", "app" + i, "type", "spa", "userFlow", other));
        creates("customer", 3, "/customers", i -> customer("same@contoso.example", "by " + i));
        creates("provider", 3, "/identity-providers", i -> provider("same", "by " + i));
        changes("flow", 8, flow, by -> Map.of("name", "changed", "displayName", by));
        changes("app", 5, app, by -> Map.of("displayName", by));
        changes("customer", 4, customer, by -> customer("changed@contoso.example", by));
        changes("provider", 3, provider, by -> provider("changed", by));
        calls("move ", 6, i -> tenant.admin()
                .put((i % 2 == 0 ? flow.path() : tenant.path("/user-flows/" + other)) + "/applications/moved", null));
        calls("set Contoso ", 4, i -> tenant.admin().put(tenant.path(""), Map.of("displayName", "Contoso " + i)));
        calls("replace by version ", 2, i -> replace("version" + i, Map.of("If-Match", document)));
        calls("replace by any ", 3, i -> replace("any" + i, Map.of()));
    }

    /** Two sections of the document, which must stay of one writer. */
    private Answer replace(String by, Map<String, String> headers) {
        Map<String, Object> document = Map.of(
                "tenant",
                Map.of("domainName", by + ".example"),
                "customExtensions",
                List.of(extension(by + "-one"), extension(by + "-two")));
        return tenant.admin().call("PUT", tenant.path("/document"), document, headers);
    }

    private void creates(String kind, int number, String path, IntFunction<Object> body) {
        calls("create " + kind, number, i -> tenant.admin().post(tenant.path(path), body.apply(i)));
    }

    private void changes(String kind, int number, Versioned thing, Body body) {
        calls("change " + kind + " by ", number, i -> tenant.admin()
                .call("PUT", thing.path(), body.by("by " + i), Map.of("If-Match", thing.etag())));
    }

    private void calls(String name, int number, IntFunction<Answer> call) {
        for (int i = 0; i < number; i++) {
            int which = i;
            calls.put(name + i, () -> call.apply(which));
        }
    }

    private void write() {
        assertThat(calls).hasSize(64);
        List<String> names = new ArrayList<>(calls.keySet());
        List<Answer> given = AtOnce.all(new ArrayList<>(calls.values()));
        for (int i = 0; i < given.size(); i++) {
            answers.put(names.get(i), given.get(i));
        }
    }

    /** What they were told: done, or why not; never a failure. */
    void assertToldWhatBecameOfIt() {
        answers.forEach((writer, answer) -> {
            boolean tooLate = answer.status() >= 400 && TOO_LATE.contains(answer.error());
            boolean refused = REFUSALS.entrySet().stream()
                    .anyMatch(refusal -> writer.startsWith(refusal.getKey())
                            && refusal.getValue().equals(answer.error()));
            assertThat(answer.status() < 300 || tooLate || refused)
                    .as(writer + ": " + answer)
                    .isTrue();
        });
        for (String kind : List.of("flow", "app", "customer", "provider")) {
            assertThat(done("change " + kind))
                    .as(kind + " changes from one version")
                    .hasSize(1);
        }
        assertThat(done("create customer")).as("customers of one address").hasSize(1);
        assertThat(done("create provider")).as("providers of one alias").hasSize(1);
        assertThat(done("replace by version")).as("documents from one version").hasSizeLessThan(2);
        assertThat(done("replace by any")).as("documents from any version").isNotEmpty();
    }

    /** What is there: all that was said to be done, and nothing else. */
    void assertThereIsWhatWasSaid() {
        List<String> flows = listed("/user-flows", "name");
        assertThat(flows).containsExactlyInAnyOrderElementsOf(with(done("create flow"), "changed", "other"));
        assertThat(flows).hasSize(10);
        assertThat(listed("/attributes", "name").stream().filter(name -> name.startsWith("attribute")))
                .containsExactlyInAnyOrderElementsOf(done("create attribute"));
        assertThat(listed("/applications", "clientId").stream().filter(id -> id.startsWith("app")))
                .containsExactlyInAnyOrderElementsOf(done("create app"));
        assertThat(apps(tenant.path("/user-flows/" + other))).containsAll(done("create app"));
        assertThat(List.of(
                        apps(flow.path()).contains("moved"),
                        apps(tenant.path("/user-flows/" + other)).contains("moved")))
                .as("the moved app is of one flow")
                .containsExactlyInAnyOrder(true, false);
        assertThat(listed("/customers", "email"))
                .containsExactlyInAnyOrder("changed@contoso.example", "same@contoso.example");
        assertThat(listed("/identity-providers", "alias")).containsExactlyInAnyOrder("changed", "same");
        assertChangeIsThere("flow", flow, "/displayName");
        assertChangeIsThere("app", app, "/displayName");
        assertChangeIsThere("customer", customer, "/attributes/givenName");
        assertChangeIsThere("provider", provider, "/displayName");
        assertThat(done("set")).contains(read(tenant.path(""), "/displayName"));
        assertDocumentIsOfOneWriter();
    }

    private void assertChangeIsThere(String kind, Versioned thing, String field) {
        assertThat(done("change " + kind)).containsExactly(read(thing.path(), field));
    }

    private void assertDocumentIsOfOneWriter() {
        String by = read(tenant.path(""), "/domainName").replace(".example", "");
        assertThat(with(done("replace by version"), done("replace by any").toArray(String[]::new)))
                .contains(by);
        assertThat(listed("/custom-extensions", "name")).containsExactly(by + "-one", by + "-two");
    }

    private List<String> done(String kind) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .filter(entry -> entry.getValue().status() < 300)
                .map(entry -> entry.getKey()
                        .replaceFirst("^(create|change \\w+|set) ", "")
                        .replaceFirst("^replace by (\\w+) ", "$1"))
                .toList();
    }

    private Versioned created(String path, Object body) {
        Answer created = tenant.admin().post(tenant.path(path), body).expect(201);
        return new Versioned(tenant.path(path + "/" + created.createdId()), etag(created));
    }

    private static Map<String, Object> provider(String alias, String displayName) {
        return Map.of(
                "type", "google",
                "alias", alias,
                "displayName", displayName,
                "clientId", "id",
                "clientSecret", "secret");
    }

    private static Map<String, Object> customer(String email, String givenName) {
        return Map.of("email", email, "attributes", Map.of("givenName", givenName));
    }

    private static Map<String, Object> extension(String name) {
        return Map.of("name", name, "targetUrl", "https://127.0.0.1/claims", "resourceId", "api://claims");
    }

    private static String etag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private List<String> apps(String flowPath) {
        return values(flowPath + "/applications?max=1000", "clientId");
    }

    private List<String> listed(String path, String field) {
        return values(tenant.path(path + "?max=100"), field);
    }

    private List<String> values(String path, String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : tenant.admin().get(path).expect(200).json()) {
            values.add(item.path(field).asText());
        }
        return values;
    }

    private String read(String path, String field) {
        return tenant.admin().get(path).expect(200).json().at(field).asText();
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private interface Body {

        Object by(String whom);
    }
}
