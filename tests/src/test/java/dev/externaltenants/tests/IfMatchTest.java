package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.AdminDoorsTest.Call;
import dev.externaltenants.tests.OpenApi.Operation;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every write that {@code docs/openapi.yaml} describes is refused when it was made from what is there no more. */
@Tag("any-database")
final class IfMatchTest {

    private static final String ROOT = "/admin/realms/{realm}/external-tenant";

    /** What is done to a thing by a method of its own, below it. */
    private static final Set<String> ACTIONS =
            Set.of("secret", "password", "invitation", "restore", "publish", "rollback");

    private static final OpenApi API = OpenApi.read();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("if-match", MAIL);

    @RegisterExtension
    static final Tenant CHANGED = Tenant.named("if-match-changed", MAIL);

    private static Map<String, String> ids;

    @BeforeAll
    static void oneOfEach() {
        ids = AdminDoorsTest.furnish(TENANT);
    }

    static Stream<Operation> writes() {
        return API.operations().stream()
                .filter(operation -> operation.path().startsWith(ROOT + "/")
                        || operation.path().equals(ROOT))
                .filter(IfMatchTest::changesWhatIsThere);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteMadeFromAnotherVersionIsRefusedAndChangesNothing(Operation write) {
        Call call = call(write);
        Map<String, JsonNode> before = everything();

        Answer refused =
                TENANT.admin().callAt(call.method(), call.pathTo(ids), call.bodyFor(ids), Map.of("If-Match", "\"0a\""));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(412);
        assertThat(refused.error()).isEqualTo("xt_version_conflict");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void theDescriptionNamesTheHeader(Operation write) {
        assertThat(parameters(write)).as(write.toString()).contains("If-Match");
    }

    /** Each call in an order in which all of them do something, made from what was read just before. */
    @Test
    void aWriteMadeFromWhatIsThereIsDone() {
        Map<String, String> others = AdminDoorsTest.furnish(CHANGED);
        List<Call> calls = AdminDoorsTest.CALLS;
        for (Call call : calls.subList(0, calls.size() - 1)) {
            boolean checked = changesWhatIsThere(call.method(), call.path());
            Map<String, String> headers = checked ? Map.of("If-Match", etag(call, others)) : Map.of();

            Answer done = CHANGED.admin().callAt(call.method(), call.pathTo(others), call.bodyFor(others), headers);

            assertThat(done.status()).as(done.toString()).isBetween(200, 204);
        }
    }

    private static String etag(Call call, Map<String, String> others) {
        String thing = call.pathTo(others);
        Answer read = CHANGED.admin()
                .callAt("GET", call.method().equals("POST") ? thing.replaceFirst("/[^/]+$", "") : thing, null, Map.of())
                .expect(200);
        return read.headers().firstValue("ETag").orElseThrow(() -> new AssertionError("No ETag: " + read));
    }

    private static Call call(Operation operation) {
        return AdminDoorsTest.CALLS.stream()
                .filter(call -> call.method().equals(operation.method()))
                .filter(call -> operation.path().equals(ROOT + call.path()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean changesWhatIsThere(Operation operation) {
        return changesWhatIsThere(operation.method(), operation.path());
    }

    private static boolean changesWhatIsThere(String method, String path) {
        return switch (method) {
            case "PUT", "PATCH", "DELETE" -> true;
            case "POST" -> ACTIONS.contains(path.substring(path.lastIndexOf('/') + 1));
            default -> false;
        };
    }

    private static List<String> parameters(Operation operation) {
        return StreamSupport.stream(operation.description().path("parameters").spliterator(), false)
                .map(parameter -> parameter.has("$ref")
                        ? API.document().at(parameter.path("$ref").asText().substring(1))
                        : parameter)
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static Map<String, JsonNode> everything() {
        return new TenantObjects(API, TENANT.admin(), TENANT.realm()).all();
    }
}
