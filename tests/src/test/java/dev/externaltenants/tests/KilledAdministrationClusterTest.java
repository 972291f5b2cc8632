package dev.externaltenants.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** A node dies without a word in the middle of what administrators create: each thing is there as a whole, or not at all. */
@Tag("cluster")
final class KilledAdministrationClusterTest {

    private static final int LIMIT = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("killed-admin", MAIL)
            .on(() -> Cluster.running().whole().onNode(A));

    private final Cluster cluster = Cluster.running();
    private final String prefix = "killed-"
            + HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()) + "-";
    private final AtomicInteger names = new AtomicInteger();
    private final Queue<String> tenants = new ConcurrentLinkedQueue<>();
    private final Queue<String> madeTenants = new ConcurrentLinkedQueue<>();
    private final Queue<String> madeApps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger madeFlows = new AtomicInteger();
    private final Queue<AssertionError> cut = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean over;
    private String flow;

    @BeforeEach
    void aFlowForTheApps() {
        cluster.whole().onNode(A);
        flow = TENANT.userFlow(FlowSpec.named("default"));
    }

    @AfterEach
    void deleteTenants() {
        threads.shutdownNow();
        cluster.whole().onNode(A);
        tenants.forEach(tenant -> TENANT.admin().delete("/" + tenant));
    }

    @Test
    void whatWasBeingCreatedIsThereAsAWholeOrNotAtAll() {
        cluster.onNode(B);
        List<CompletableFuture<Void>> administrators = List.of(
                untilTheNodeDies(this::createTenant),
                untilTheNodeDies(this::createTenant),
                untilTheNodeDies(this::createAndDeleteFlow),
                untilTheNodeDies(this::createAndDeleteFlow),
                untilTheNodeDies(this::createApp),
                untilTheNodeDies(this::createApp));
        Waits.until(
                "some of each", PATIENCE, () -> madeTenants.size() > 1 && madeApps.size() > 1 && madeFlows.get() > 1);

        assertThat(cut).as("failures of a node that lives").isEmpty();
        cluster.kill(B);
        over = true;
        cluster.onNode(A);
        administrators.forEach(CompletableFuture::join);

        assertThat(cut).as("calls that died with the node").isNotEmpty();
        assertTenantsAreWholeOrAbsent();
        assertAppsAreWhole();
        assertSlotsEqualFlows();
    }

    private void assertTenantsAreWholeOrAbsent() {
        List<String> there = new ArrayList<>();
        for (String tenant : tenants) {
            if (TENANT.admin().get("/" + tenant).status() == 200) {
                there.add(tenant);
                TENANT.admin().get("/" + tenant + "/external-tenant").expect(200);
                assertThat(flowsOf(tenant)).isEqualTo(flowsOf(TENANT.realm()));
                TENANT.admin().put("/" + tenant + "/external-tenant", Map.of()).expect(200);
            }
        }
        assertThat(there).containsAll(madeTenants);
    }

    private void assertAppsAreWhole() {
        List<String> there = new ArrayList<>();
        TENANT.admin()
                .get(TENANT.path("/applications?search=" + prefix))
                .expect(200)
                .json()
                .forEach(app -> {
                    there.add(app.path("clientId").asText());
                    assertThat(app.path("type").asText()).isEqualTo("spa");
                    assertThat(app.path("userFlow").asText()).isEqualTo(flow);
                    assertThat(app.path("redirectUris")).hasSize(1);
                });
        assertThat(there).containsAll(madeApps);
    }

    /** A slot that nobody holds would make the last creation fail. */
    private void assertSlotsEqualFlows() {
        for (int flows = flows(); flows < LIMIT; flows++) {
            TENANT.userFlow(FlowSpec.named(name()));
        }
        assertThat(flows()).isEqualTo(LIMIT);
    }

    private void createTenant() {
        String name = name();
        tenants.add(name);
        TENANT.admin()
                .post("/master/external-tenants", Map.of("name", name, "displayName", "Contoso"))
                .expect(201);
        madeTenants.add(name);
    }

    private void createAndDeleteFlow() {
        String id = TENANT.userFlow(FlowSpec.named(name()));
        madeFlows.incrementAndGet();
        TENANT.admin().delete(TENANT.path("/user-flows/" + id)).expect(204);
    }

    private void createApp() {
        String name = name();
        TENANT.admin()
                .post(
                        TENANT.path("/applications"),
                        Map.of(
                                "clientId",
                                name,
                                "type",
                                "spa",
                                "redirectUris",
                                List.of("https://shop.example/"),
                                "userFlow",
                                flow))
                .expect(201);
        madeApps.add(name);
    }

    /** Goes on until a call fails, or another did. */
    private CompletableFuture<Void> untilTheNodeDies(Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        while (!over) {
                            work.run();
                        }
                    } catch (AssertionError noAnswer) {
                        cut.add(noAnswer);
                    }
                },
                threads);
    }

    private String name() {
        return prefix + names.incrementAndGet();
    }

    private static List<String> flowsOf(String realm) {
        JsonNode flows = TENANT.admin()
                .get("/" + realm + "/authentication/flows")
                .expect(200)
                .json();
        return flows.findValuesAsText("alias");
    }

    private static int flows() {
        return TENANT.admin()
                .get(TENANT.path("/user-flows?max=100"))
                .expect(200)
                .json()
                .size();
    }
}
