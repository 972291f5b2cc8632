package dev.externaltenants.tests;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Node;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** The node that served a customer dies without a word; the customer's next request goes to the other. */
@Tag("cluster")
final class KilledNodeClusterTest {

    private static final Duration COOL_DOWN = Duration.ofSeconds(31);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.named("killed-node", MAIL).on(() -> Cluster.running().whole().onNode(A));

    private static RelyingParty shop;

    private final Cluster cluster = Cluster.running();
    private final String email = Customers.anyone();

    @BeforeAll
    static void app() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
    }

    @BeforeEach
    void bothNodesRun() {
        cluster.whole();
    }

    /** Who started last is no coordinator, so each second kill takes a plain member. */
    @ParameterizedTest
    @CsvSource({
        "OPEN_SIGN_IN, A",
        "OPEN_SIGN_UP, A",
        "GIVE_ADDRESS, B",
        "TYPE_CODE, B",
        "GIVE_ATTRIBUTES, A",
        "REDEEM_CODE, A"
    })
    void theCustomerGoesOnAtTheOtherNode(SignUpStep last, Node killed) throws ParseException {
        SignUpInSteps signUp = new SignUpInSteps(Journey.at(shop, MAIL), email, MAIL);

        cluster.onNode(killed);
        signUp.goUpTo(last);
        cluster.onNode(killed.other()).kill(killed);
        signUp.goOnToTheEnd();

        assertThat(signUp.tokens().id().getStringClaim("email")).isEqualTo(email);
        signUp.refresh().expect(200);
    }

    @Test
    void aMailThatDiedWithItsNodeCanBeAskedForAgain() {
        Journey journey = Journey.at(shop, MAIL);
        cluster.onNode(A);
        FormPage emailPage = journey.emailPage();
        FormPage[] codePage = new FormPage[1];
        MAIL.silentWhile(silent -> {
            codePage[0] =
                    journey.browser().submit(emailPage, Map.of("email", email)).asking("code");
            Waits.until("A to begin with the mail", Duration.ofSeconds(10), () -> silent.connections() == 1);
            cluster.kill(A);
        });

        cluster.onNode(B);
        FormPage tooSoon = journey.resend(codePage[0]);
        assertThat(tooSoon.message()).contains("Please wait a moment");
        TestSupport.of(cluster).at(COOL_DOWN, () -> {
            FormPage resent = journey.resend(tooSoon);
            assertThat(journey.typeCode(resent, MAIL.codeFor(email)).asks("password-confirm"))
                    .isTrue();
        });
        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    @Test
    void aNodeThatCameBackServesWhatBeganWhileItWasAway() {
        cluster.kill(B);
        cluster.onNode(A);
        Journey journey = Journey.at(shop, MAIL);
        FormPage attributesPage = journey.attributesPage(email);

        cluster.restart(B);
        cluster.onNode(B);
        URI returned =
                journey.collect(attributesPage, Map.of("givenName", "Kim")).returned();

        SignIn.Tokens tokens = journey.signIn().redeem(returned);
        cluster.onNode(A);
        journey.signIn().refresh(tokens.refreshToken()).expect(200);
    }
}
