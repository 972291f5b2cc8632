package dev.externaltenants.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
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

/** A tenant that the schema version before made is whole once a node has started with the new jars; nobody calls anything. */
@Tag("cluster")
final class TenantUpgradeClusterTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Cluster cluster = Cluster.running().whole().onNode(A);
    private final Tenant tenant = Tenant.named("older", MAIL).on(Cluster::running);

    @BeforeEach
    void aTenant() {
        tenant.create();
    }

    @AfterEach
    void deleteTenant() {
        cluster.whole().onNode(A);
        tenant.delete();
    }

    @Test
    void theStartOfANodeAloneBringsItUpToDate() {
        OlderTenant older = new OlderTenant(tenant);
        Map<String, List<String>> wanted = older.setUp();
        RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
        cluster.kill(B);
        older.make();
        assertThat(older.setUp()).isNotEqualTo(wanted).doesNotContainKey("xt post broker login");

        cluster.restart(B);

        cluster.onNode(B);
        Waits.until(
                "the tenant to be up to date at B", SOON, () -> older.setUp().equals(wanted));
        assertThat(older.setUp()).isEqualTo(wanted);
        assertThat(Journey.at(shop, MAIL).signUp(Customers.anyone(), Map.of())).isNotNull();
        cluster.onNode(A);
        assertThat(older.setUp()).isEqualTo(wanted);
    }
}
