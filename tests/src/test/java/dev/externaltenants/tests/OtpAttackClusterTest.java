package dev.externaltenants.tests;

import java.util.List;

import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The same attacks on two nodes, of which each post goes to another one than the post before. */
@Tag("cluster")
final class OtpAttackClusterTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.named("otp-attack", MAIL).on(() -> Cluster.running().whole().inTurn());

    @Test
    void twoNodesHoldAsOneDoes() {
        List<OtpAttack.Outcome> outcomes = OtpAttackTest.attack(TENANT, MAIL, CodeDoor.SIGN_IN, CodeDoor.SECOND_FACTOR);

        assertThat(outcomes).allSatisfy(OtpAttackTest::assertHeld);
        assertThat(OtpAttacksPage.write("two-nodes", outcomes)).as("reviewed").isTrue();
    }
}
