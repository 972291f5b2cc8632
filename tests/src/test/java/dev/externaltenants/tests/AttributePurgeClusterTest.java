package dev.externaltenants.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Node;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** A hundred thousand customers lose one attribute while nodes die and others sign in. */
@Tag("cluster")
final class AttributePurgeClusterTest {

    private static final int CUSTOMERS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MEGABYTE = 1024 * 1024;

    /** What sign-ins and the timers leave behind meanwhile. A hundred thousand users would be several hundred. */
    private static final double GROWTH_IN_MEGABYTES = 64;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("purge-cluster", MAIL)
            .on(() -> Cluster.running().whole().onNode(A));

    private final Cluster cluster = Cluster.running();
    private final List<Double> heap = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean signingIn;
    private final AtomicInteger signIns = new AtomicInteger();

    @AfterEach
    void bothNodesRun() {
        signingIn = false;
        cluster.whole().onNode(A);
    }

    @Test
    void aPurgeSurvivesTheDeathOfBothNodesAndLetsCustomersSignIn() {
        TENANT.attribute("shoeSize", "INT");
        TENANT.attribute("hobby", "STRING");
        RelyingParty app = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("default")));
        String kim = Customers.anyone();
        TENANT.existingCustomer(kim, Journey.PASSWORD);
        addCustomers();

        int all = TENANT.admin()
                .delete(attribute() + "?values=purge")
                .expect(202)
                .json()
                .path("accounts")
                .asInt();
        cluster.onNode(B);
        CompletableFuture<Void> customer = signInAgainAndAgain(app, kim);
        awaitRemaining(CUSTOMERS * 4 / 5, A);
        cluster.kill(A);
        int afterFirstDeath = remaining();
        heap.clear();
        awaitRemaining(CUSTOMERS * 2 / 5, B);
        signingIn = false;
        customer.join();
        // A node that starts goes on at once, and may be done before it is asked.
        int atSecondDeath = remaining();
        cluster.kill(B);
        cluster.restart(A);
        cluster.onNode(A);
        customer = signInAgainAndAgain(app, kim);
        Waits.until("the end of the purge", PATIENCE, () -> purge().path("status")
                .asText()
                .equals("DONE"));
        signingIn = false;
        customer.join();

        Distribution.say("Purge of " + all + " values: " + afterFirstDeath + " left at the first death, "
                + atSecondDeath + " at the second; " + signIns
                + " sign-ins meanwhile; heap after collections, in MB: " + floors());
        assertThat(all).isEqualTo(CUSTOMERS);
        assertThat(afterFirstDeath).isBetween(1, CUSTOMERS - 1);
        assertThat(atSecondDeath).isBetween(1, afterFirstDeath - 1);
        assertThat(failures).isEmpty();
        assertThat(signIns).hasValueGreaterThan(5);
        assertThat(holders("shoeSize", "42")).isZero();
        assertThat(holders("hobby", "chess")).isEqualTo(CUSTOMERS);
        assertThat(floors().get(1) - floors().get(0)).isLessThan(GROWTH_IN_MEGABYTES);
    }

    /** By SQL, since it is not they who are tested. */
    private void addCustomers() {
        String realm =
                TENANT.admin().get("/" + TENANT.realm()).json().path("id").asText();
        cluster.execute(
                "insert into user_entity (id, username, email, email_constraint, email_verified, enabled, realm_id,"
                        + " created_timestamp, not_before) select gen_random_uuid(), 'bulk' || n || '@contoso.example',"
                        + " 'bulk' || n || '@contoso.example', gen_random_uuid(), true, true, '" + realm + "', 0, 0"
                        + " from generate_series(1, " + CUSTOMERS + ") n");
        for (Map.Entry<String, String> value :
                Map.of("shoeSize", "42", "hobby", "chess").entrySet()) {
            cluster.execute("insert into user_attribute (id, user_id, name, value) select gen_random_uuid(), id, '"
                    + value.getKey() + "', '" + value.getValue() + "' from user_entity where realm_id = '" + realm
                    + "' and username like 'bulk%'");
        }
        cluster.execute("analyze");
    }

    private CompletableFuture<Void> signInAgainAndAgain(RelyingParty app, String email) {
        signingIn = true;
        return CompletableFuture.runAsync(() -> {
            try {
                while (signingIn) {
                    Journey journey = Journey.at(app, MAIL);
                    journey.signIn()
                            .redeem(journey.passwordGiven(email, Journey.PASSWORD)
                                    .returned());
                    signIns.incrementAndGet();
                }
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
            }
        });
    }

    /** The heap is looked at as long as the purge goes on. */
    private void awaitRemaining(int wanted, Node worker) {
        Waits.until("no more than " + wanted + " values", PATIENCE, () -> {
            heap.add(usedHeap(worker));
            return remaining() <= wanted;
        });
    }

    private double usedHeap(Node node) {
        Scrape metrics = cluster.metrics(node);
        return metrics.series("jvm_memory_used_bytes"::equals).stream()
                        .filter(series -> "heap".equals(series.tags().get("area")))
                        .mapToDouble(metrics::value)
                        .sum()
                / MEGABYTE;
    }

    /** The least that was in use in the first and in the second half of the looks, since the rest is garbage. */
    private List<Double> floors() {
        int half = heap.size() / 2;
        return List.of(
                heap.subList(0, half).stream().min(Double::compare).orElseThrow(),
                heap.subList(half, heap.size()).stream().min(Double::compare).orElseThrow());
    }

    private int remaining() {
        return purge().path("remaining").asInt();
    }

    private JsonNode purge() {
        return TENANT.admin().get(attribute() + "/purge").expect(200).json();
    }

    private int holders(String attribute, String value) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/users/count?q=" + attribute + ":" + value)
                .expect(200)
                .json()
                .asInt();
    }

    private static String attribute() {
        return TENANT.path("/attributes/shoeSize");
    }
}
