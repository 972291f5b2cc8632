package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** All that administrators write in a tenant, by sixty-four of them at once, and what must hold afterwards. */
final class SixtyFourWriters {

    private static final int FLOWS = 14;
    private static final int ATTRIBUTES = 10;
    private static final int APPS = 10;
    private static final int CHANGES = 12;
    private static final int MOVES = 10;
    private static final int SETTINGS = 8;

    /** What a writer may be told who came too late, beside what is said about the limit. */
    private static final Set<String> TOO_LATE = Set.of("xt_conflict", "xt_busy");

    private final Tenant tenant;
    private final String changed;
    private final String other;
    private final String etag;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private SixtyFourWriters(Tenant tenant) {
        this.tenant = tenant;
        Answer created = tenant.admin()
                .post(tenant.path("/user-flows"), FlowSpec.named("changed").json());
        this.changed = created.createdId();
        this.etag = created.headers().firstValue("ETag").orElseThrow();
        this.other = tenant.userFlow(FlowSpec.named("other"));
        tenant.admin()
                .post(tenant.path("/applications"), Map.of("clientId", "moved", "type", "spa", "userFlow", other))
                .expect(201);
    }

    /** Lets them write, which is over when this returns. */
    static SixtyFourWriters inTenant(Tenant tenant) {
        SixtyFourWriters writers = new SixtyFourWriters(tenant);
        writers.write();
        return writers;
    }

    private void write() {
        Map<String, Callable<Answer>> calls = new LinkedHashMap<>();
        for (int i = 0; i < FLOWS; i++) {
            Object flow = FlowSpec.named("flow" + i).json();
            calls.put("create flow" + i, () -> tenant.admin().post(tenant.path("/user-flows"), flow));
        }
        for (int i = 0; i < ATTRIBUTES; i++) {
            Object attribute = Map.of("name", "attribute" + i, "dataType", "STRING");
            calls.put("create attribute" + i, () -> tenant.admin().post(tenant.path("/attributes"), attribute));
        }
        for (int i = 0; i < APPS; i++) {
            Object app = Map.of("clientId", "app" + i, "type", "spa", "userFlow", other);
            calls.put("create app" + i, () -> tenant.admin().post(tenant.path("/applications"), app));
        }
        for (int i = 0; i < CHANGES; i++) {
            Map<String, Object> flow = new HashMap<>(Map.of("name", "changed", "displayName", "by " + i));
            calls.put("change by " + i, () -> tenant.admin()
                    .call("PUT", tenant.path("/user-flows/" + changed), flow, Map.of("If-Match", etag)));
        }
        for (int i = 0; i < MOVES; i++) {
            String flow = i % 2 == 0 ? changed : other;
            calls.put("move " + i, () -> tenant.admin()
                    .put(tenant.path("/user-flows/" + flow + "/applications/moved"), null));
        }
        for (int i = 0; i < SETTINGS; i++) {
            Object settings = Map.of("displayName", "Contoso " + i);
            calls.put("set Contoso " + i, () -> tenant.admin().put(tenant.path(""), settings));
        }
        List<String> names = new ArrayList<>(calls.keySet());
        assertThat(names).hasSize(64);
        List<Answer> given = AtOnce.all(new ArrayList<>(calls.values()));
        for (int i = 0; i < given.size(); i++) {
            answers.put(names.get(i), given.get(i));
        }
    }

    /** What they were told: done, or why not; never a failure. */
    void assertToldWhatBecameOfIt() {
        answers.forEach((writer, answer) -> {
            int status = answer.status();
            boolean tooLate = status >= 400 && TOO_LATE.contains(answer.error());
            String limit = writer.startsWith("change") ? "xt_version_conflict" : "xt_flow_limit_reached";
            boolean expected = status < 300 || tooLate || answer.error().equals(limit);
            assertThat(expected).as(writer + ": " + answer).isTrue();
        });
        assertThat(done("change")).as("changes made from one version").hasSize(1);
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
        assertThat(apps(other)).containsAll(done("create app"));
        assertThat(List.of(apps(changed).contains("moved"), apps(other).contains("moved")))
                .as("the moved app is of one flow")
                .containsExactlyInAnyOrder(true, false);
        assertThat(done("change")).containsExactly(read("/user-flows/" + changed, "displayName"));
        assertThat(done("set")).contains(read("", "displayName"));
    }

    private List<String> done(String kind) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .filter(entry -> entry.getValue().status() < 300)
                .map(entry -> entry.getKey().replaceFirst("^(create|change|set) ", ""))
                .toList();
    }

    private List<String> apps(String flow) {
        return listed("/user-flows/" + flow + "/applications", "clientId");
    }

    private List<String> listed(String path, String field) {
        List<String> values = new ArrayList<>();
        tenant.admin()
                .get(tenant.path(path + "?max=1000"))
                .expect(200)
                .json()
                .forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    private String read(String path, String field) {
        return tenant.admin()
                .get(tenant.path(path))
                .expect(200)
                .json()
                .path(field)
                .asText();
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
