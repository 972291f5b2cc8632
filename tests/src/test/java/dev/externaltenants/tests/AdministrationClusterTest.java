package dev.externaltenants.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Node;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator does at one node holds at the other, also when both write at once. */
@Tag("cluster")
final class AdministrationClusterTest {

    private static final int LIMIT = 10;
    private static final int AT_ONCE = 40;
    private static final int CHANGES = 10;
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Cluster cluster = Cluster.running().whole().onNode(A);
    private Tenant tenant;

    @BeforeEach
    void freshTenant() {
        tenant = Tenant.named("administration", MAIL).on(Cluster::running).create();
    }

    @AfterEach
    void deleteTenant() {
        cluster.onNode(A);
        tenant.delete();
    }

    @Test
    void manyCreationsAtBothNodesAtOnceLeaveExactlyTen() {
        int before = flows();

        cluster.inTurn();
        List<Answer> answers = AtOnce.times(AT_ONCE, () -> tenant.admin()
                .post(
                        tenant.path("/user-flows"),
                        FlowSpec.named("flow-" + UUID.randomUUID()).json()));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(LIMIT - before);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(refused -> {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.error()).as(refused.toString()).isEqualTo("xt_flow_limit_reached");
        });
        cluster.onNode(A);
        Waits.until("ten flows at A", SOON, () -> flows() == LIMIT);
        cluster.onNode(B);
        Waits.until("ten flows at B", SOON, () -> flows() == LIMIT);
    }

    @Test
    void aFlowThatIsChangedAtOneNodeChangesThePagesOfTheOther() {
        FlowSpec flow = FlowSpec.named("customers");
        String flowId = tenant.userFlow(flow);
        RelyingParty shop = tenant.app("shop", flowId);
        cluster.onNode(B);
        assertThat(Journey.at(shop, MAIL).signInPage().offersSignUp()).isTrue();

        cluster.onNode(A);
        change(flowId, flow.withoutSignUp());

        cluster.onNode(B);
        Waits.until("B to offer no sign-up", SOON, () -> !Journey.at(shop, MAIL)
                .signInPage()
                .offersSignUp());
    }

    @Test
    void aFlowThatIsDisabledAtOneNodeRefusesAtTheOther() {
        FlowSpec flow = FlowSpec.named("customers");
        String flowId = tenant.userFlow(flow);
        RelyingParty shop = tenant.app("shop", flowId);
        String email = Customers.anyone();
        tenant.existingCustomer(email, Journey.PASSWORD);
        cluster.onNode(B);
        Journey journey = Journey.at(shop, MAIL);
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

        cluster.onNode(A);
        change(flowId, flow.disabled());

        cluster.onNode(B);
        Waits.until(
                "B to refuse the app's customers",
                SOON,
                () -> new FormBrowser().open(shop.signIn().uri()).status() == 403);
        assertThat(journey.signIn().refresh(tokens.refreshToken()).status()).isEqualTo(400);
    }

    @Test
    void attributesAddedAtBothNodesAtOnceAreAllThere() {
        List<String> names =
                IntStream.range(0, 8).mapToObj(n -> "attribute" + n).toList();

        cluster.inTurn();
        List<Answer> answers = AtOnce.all(names.stream()
                .<Callable<Answer>>map(name -> () ->
                        tenant.admin().post(tenant.path("/attributes"), Map.of("name", name, "dataType", "STRING")))
                .toList());

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
        for (Node node : Node.values()) {
            cluster.onNode(node);
            Waits.until("all attributes at " + node, SOON, () -> attributes().containsAll(names));
        }
    }

    @Test
    void ofTwoChangesMadeFromOneVersionAtBothNodesAtOnceOneIsRefused() {
        Answer created = tenant.admin()
                .post(tenant.path("/user-flows"), FlowSpec.named("customers").json());
        String path = tenant.path("/user-flows/" + created.createdId());
        Map<String, String> ifMatch =
                Map.of("If-Match", created.headers().firstValue("ETag").orElseThrow());

        cluster.inTurn();
        List<Answer> answers = AtOnce.all(List.of(
                () -> tenant.admin().call("PUT", path, FlowSpec.named("gold").json(), ifMatch),
                () -> tenant.admin().call("PUT", path, FlowSpec.named("silver").json(), ifMatch)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void ofSixtyFourWritersAtBothNodesEachIsToldWhatBecameOfItAndThatIsSo() {
        cluster.inTurn();

        SixtyFourWriters writers = SixtyFourWriters.inTenant(tenant);

        writers.assertToldWhatBecameOfIt();
        for (Node node : Node.values()) {
            cluster.onNode(node);
            writers.assertThereIsWhatWasSaid();
        }
    }

    @Test
    void theVeryNextRequestAtTheOtherNodeUsesAChange() {
        FlowSpec flow = FlowSpec.named("customers");
        String flowId = tenant.userFlow(flow);
        RelyingParty shop = tenant.app("shop", flowId);
        for (int i = 0; i < CHANGES; i++) {
            cluster.onNode(B);
            assertThat(Journey.at(shop, MAIL).signInPage().offersSignUp()).isTrue();

            cluster.onNode(A);
            change(flowId, flow.withoutSignUp());
            cluster.onNode(B);
            assertThat(Journey.at(shop, MAIL).signInPage().offersSignUp()).isFalse();

            cluster.onNode(A);
            change(flowId, flow);
        }
    }

    @Test
    void aRealmThatIsMadeATenantAtBothNodesAtOnceIsOneTenant() {
        Tenant another = Tenant.named("at-once", MAIL).on(Cluster::running).createRealm();
        try {
            cluster.inTurn();
            List<Answer> answers = AtOnce.times(4, () -> another.admin().put(another.path(""), Map.of()));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(
                            answer.status() == 200 || "xt_conflict".equals(answer.error()))
                    .as(answer.toString())
                    .isTrue());
            RelyingParty shop = another.app("shop", another.userFlow(FlowSpec.named("customers")));
            assertThat(Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of()))
                    .isNotNull();
        } finally {
            another.delete();
        }
    }

    private List<String> attributes() {
        return tenant.admin().get(tenant.path("/attributes")).expect(200).json().findValuesAsText("name");
    }

    private void change(String flowId, FlowSpec flow) {
        tenant.admin().put(tenant.path("/user-flows/" + flowId), flow.json()).expect(200);
    }

    private int flows() {
        return tenant.admin()
                .get(tenant.path("/user-flows?max=100"))
                .expect(200)
                .json()
                .size();
    }
}
