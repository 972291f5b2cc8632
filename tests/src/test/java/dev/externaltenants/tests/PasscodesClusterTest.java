package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Node;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes give a guesser no more than one does. */
@Tag("cluster")
final class PasscodesClusterTest {

    private static final int TRIES_PER_CODE = 5;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.named("passcodes", MAIL).on(() -> Cluster.running().whole().onNode(A));

    private static RelyingParty shop;
    private static RelyingParty secured;

    private final Cluster cluster = Cluster.running();
    private final String email = Customers.anyone();

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @BeforeEach
    void startAtA() {
        cluster.onNode(A);
    }

    @RepeatedTest(5)
    void aCodeTypedAtBothNodesAtOnceIsTakenOnce() {
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage page = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        String code = MAIL.codeFor(email);

        List<FormPage> answers = AtOnce.all(List.of(typedAt(A, journey, page, code), typedAt(B, journey, page, code)));

        assertThat(answers.stream().filter(answer -> answer.leftFor() != null))
                .as(answers.toString())
                .hasSize(1);
    }

    @Test
    void fiveWrongTriesSpreadOverBothNodesKillTheCode() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String code = MAIL.codeFor(email);

        FormPage dead = wrongTries(TRIES_PER_CODE, journey, page, code);

        assertThat(dead.asks("code")).as(dead.toString()).isFalse();
        for (Node node : Node.values()) {
            cluster.onNode(node);
            FormPage after = journey.browser().post(dead.action(), Map.of("code", code, "action", "verify"));
            assertThat(after.asks("password-confirm")).as(after.toString()).isFalse();
        }
    }

    @Test
    void fourWrongTriesSpreadOverBothNodesLeaveTheCodeAlive() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        String code = MAIL.codeFor(email);

        FormPage alive = wrongTries(TRIES_PER_CODE - 1, journey, page, code);

        assertThat(journey.typeCode(alive, code).asks("password-confirm")).isTrue();
    }

    @Test
    void thePauseAfterAMailOfOneNodeHoldsAtTheOther() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.codePage(email);
        MAIL.codeFor(email);

        cluster.onNode(B);
        FormPage refused = journey.resend(page);
        Journey elsewhere = Journey.at(shop, MAIL);
        elsewhere.browser().submit(elsewhere.emailPage(), Map.of("email", email));

        assertThat(refused.message()).contains("Please wait a moment");
        // A mail that B sent after all would have come by the time another customer's has.
        String other = Customers.anyone();
        Journey.at(shop, MAIL).codePage(other);
        MAIL.nextTo(other);
        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    private FormPage wrongTries(int number, Journey journey, FormPage first, String code) {
        FormPage page = first;
        for (int i = 1; i <= number; i++) {
            cluster.onNode(i % 2 == 0 ? A : B);
            page = journey.typeCode(page, Codes.otherThan(code, i));
            assertThat(page.asks("password-confirm")).as(page.toString()).isFalse();
        }
        return page;
    }

    private static Callable<FormPage> typedAt(Node node, Journey journey, FormPage page, String code) {
        FormBrowser tab = journey.browser().secondTab(node.header());
        return () -> tab.submit(page, Map.of("code", code, "action", "verify"));
    }
}
