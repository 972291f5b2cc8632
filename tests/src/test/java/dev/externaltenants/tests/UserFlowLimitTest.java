package dev.externaltenants.tests;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant has at most ten user flows, whatever door they come through. */
final class UserFlowLimitTest {

    private static final int LIMIT = 10;
    private static final int AT_ONCE = 40;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private Tenant tenant;

    @BeforeEach
    void freshTenant() {
        tenant = Tenant.named("limit", MAIL).create();
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void refusesTheEleventhUserFlow() {
        fill();

        Answer eleventh = create("one-too-many");

        assertThat(eleventh.status()).isEqualTo(409);
        assertThat(eleventh.error()).isEqualTo("xt_flow_limit_reached");
        assertThat(flows()).isEqualTo(LIMIT);
    }

    @Test
    void aDeletedFlowMakesRoom() {
        fill();
        String any = tenant.admin()
                .get(tenant.path("/user-flows"))
                .json()
                .at("/0/id")
                .asText();
        tenant.admin().delete(tenant.path("/user-flows/" + any)).expect(204);

        assertThat(create("in-its-place").status()).isEqualTo(201);
    }

    @Test
    void manyCreationsAtOnceLeaveExactlyTen() {
        int before = flows();

        List<Answer> answers = AtOnce.times(AT_ONCE, () -> create("flow-" + UUID.randomUUID()));

        assertThat(flows()).isEqualTo(LIMIT);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(LIMIT - before);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(refused -> {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.error()).as(refused.toString()).isEqualTo("xt_flow_limit_reached");
        });
    }

    @Test
    void manyCreationsOfOneNameLeaveOne() {
        List<Answer> answers = AtOnce.times(AT_ONCE, () -> create("the-same"));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(refused -> {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.error()).as(refused.toString()).isEqualTo("xt_flow_name_taken");
        });
    }

    @Test
    void importsARealmWithTenUserFlows() {
        fill();
        ObjectNode exported = exported();
        tenant.delete();

        tenant.admin().post("", exported).expect(201);

        assertThat(flows()).isEqualTo(LIMIT);
    }

    @Test
    void anImportWithElevenUserFlowsFailsAsAWholeAndSaysWhy() {
        fill();
        ObjectNode exported = exported();
        addCopyOfFlow(exported);
        tenant.delete();

        Answer refused = tenant.admin().post("", exported);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText())
                .as(refused.toString())
                .contains("xt_flow_limit_reached");
        assertThat(tenant.admin().get("/" + tenant.realm()).status()).isEqualTo(404);
    }

    private void fill() {
        for (int i = flows(); i < LIMIT; i++) {
            create("flow-" + i).expect(201);
        }
    }

    private Answer create(String name) {
        return tenant.admin()
                .post(tenant.path("/user-flows"), FlowSpec.named(name).json());
    }

    private int flows() {
        return tenant.admin()
                .get(tenant.path("/user-flows?max=100"))
                .expect(200)
                .json()
                .size();
    }

    private ObjectNode exported() {
        return (ObjectNode) tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
    }

    /** Adds one more of what the flows are stored as, whatever that is. */
    private static void addCopyOfFlow(ObjectNode realm) {
        realm.path("components").forEach(providers -> {
            ArrayNode components = (ArrayNode) providers;
            if (components.path(0).path("name").asText().startsWith("flow-")) {
                ObjectNode copy = components.get(0).deepCopy();
                copy.put("id", UUID.randomUUID().toString());
                copy.put("name", "eleventh");
                components.add(copy);
            }
        });
    }
}
