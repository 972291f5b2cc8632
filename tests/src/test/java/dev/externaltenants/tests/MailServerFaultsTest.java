package dev.externaltenants.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.ScriptedSmtpServer;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Reply;
import dev.externaltenants.tests.servers.ScriptedSmtpServer.Step;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a mail server does: pages take their usual time, customers are told, nothing leaks, mail flows again. */
@Tag("any-database")
final class MailServerFaultsTest {

    private static final int SAMPLES = 6;

    /** A thread of a request that waited for a mail server would take the timeouts below, and more. */
    private static final long NOISE_MILLIS = 400;

    private static final Map<String, String> IMPATIENT =
            Map.of("connectionTimeout", "1500", "timeout", "1500", "writeTimeout", "1500");

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
    private static final Duration UNTIL_ANOTHER_TRY = Duration.ofSeconds(11);
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}(\\d{8})$");
    private static final String NOT_SENT = "We could not send the email with your code";

    private static final int THREADS_AND_QUEUE = 1_008;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("mail-faults", MAIL);

    @RegisterExtension
    static final Tenant NEIGHBOUR = Tenant.named("mail-faults-neighbour", MAIL);

    private static RelyingParty shop;
    private static RelyingParty shopOfNeighbour;
    private static long healthyMillis;

    @BeforeAll
    static void measureHealth() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        shopOfNeighbour = NEIGHBOUR.app(
                "shop", NEIGHBOUR.userFlow(FlowSpec.named("customers").asks("givenName")));
        TENANT.smtp(IMPATIENT);
        medianMillis();
        healthyMillis = medianMillis();
    }

    @BeforeEach
    void healthySettings() {
        TENANT.smtp(IMPATIENT);
        Waits.until("the mails of other tests to be gone", TOLD_WITHIN, () -> pending() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void costsNoPageAnyTimeAndIsToldAndIsOverWhenTheServerIsWell(MailServerFault fault) {
        Map<String, String> settings = new HashMap<>(IMPATIENT);
        settings.putAll(fault.settings());
        TENANT.smtp(settings);
        long logged = logged().length();

        MAIL.scriptedWhile(fault::start, server -> {
            assertThat(medianMillis()).as("healthy: " + healthyMillis).isLessThan(usualMillis());

            String email = Customers.anyone();
            isTold(email);

            String log = logged().substring((int) logged);
            assertThat(log).doesNotContain(email);
            codes(server).forEach(code -> assertThat(log).doesNotContain(code));
            assertThat(server.contents().stream().filter(content -> content.contains("To: " + email)))
                    .as("not sent twice")
                    .hasSizeLessThan(2);
        });

        TENANT.smtp(IMPATIENT);
        mailFlows();
    }

    @Test
    void aServerThatIsNotThereIsLeftAloneAndComesBackWithoutARestart() {
        MAIL.downWhile(() -> {
            assertThat(medianMillis()).as("healthy: " + healthyMillis).isLessThan(usualMillis());
            isTold(Customers.anyone());
            Waits.until("the circuit to open", TOLD_WITHIN, () -> circuitsOpen() >= 1);

            double untried = mails("circuit_open");
            isTold(Customers.anyone());
            assertThat(mails("circuit_open")).as("told without another try").isGreaterThan(untried);
        });

        mailFlows();
        assertThat(logged()).contains("Mail server 127.0.0.1:" + MAIL.port() + " answers again");
    }

    @Test
    void aMailThatIsRefusedForNowIsSentOnceMoreAndArrivesOnce() {
        double retries = Scrape.of(TENANT.server()).value("xt_otp_mail_retry_total");
        MAIL.scriptedWhile(
                port -> ScriptedSmtpServer.start(port).at(Step.MAIL, Reply.line("451 later"), Reply.line("250 go on")),
                server -> {
                    Journey journey = Journey.at(shop, MAIL);
                    FormPage code = journey.codePage(Customers.anyone());
                    Waits.until("the mail to arrive", TOLD_WITHIN, () -> !server.contents()
                            .isEmpty());

                    assertThat(journey.browser().open(code.action()).text()).doesNotContain(NOT_SENT);
                    assertThat(server.contents()).hasSize(1).allSatisfy(content -> assertThat(content)
                            .contains("Auto-Submitted: auto-generated")
                            .containsPattern("Message-ID: <[^>]+@contoso\\.example>"));
                    assertThat(server.connections()).isEqualTo(2);
                });
        assertThat(Scrape.of(TENANT.server()).value("xt_otp_mail_retry_total")).isGreaterThan(retries);
    }

    @Test
    void aServerThatTakesItsTimeCostsNoPageAnyAndGetsTheMail() {
        TENANT.smtp(Map.of("timeout", "30000"));
        CountDownLatch patience = new CountDownLatch(1);
        MAIL.scriptedWhile(
                port -> ScriptedSmtpServer.start(port)
                        .at(Step.GREETING, Reply.after(patience, Reply.line("220 localhost"))),
                server -> {
                    String email = Customers.anyone();
                    Journey.at(shop, MAIL).codePage(email);
                    assertThat(medianMillis()).as("healthy: " + healthyMillis).isLessThan(usualMillis());

                    patience.countDown();
                    Waits.until("the mail to arrive", TOLD_WITHIN, () -> server.contents().stream()
                            .anyMatch(content -> content.contains("To: " + email)));
                });
    }

    @Test
    void aThousandMailsThatWaitHoldUpNeitherPagesNorOtherTenants() {
        TENANT.smtp(Map.of("timeout", "20000"));
        TestSupport support = TestSupport.of(TENANT.server());
        double rejected = mails("rejected");
        MAIL.silentWhile(silent -> {
            support.sendNotices(TENANT.realm(), Customers.anyone(), 1_000);

            assertThat(pending()).isBetween(THREADS_AND_QUEUE / 2.0 - 1, THREADS_AND_QUEUE / 2.0 + SAMPLES);
            assertThat(mails("rejected") - rejected).isGreaterThanOrEqualTo(1_000 - THREADS_AND_QUEUE / 2.0);
            assertThat(medianMillis()).as("healthy: " + healthyMillis).isLessThan(usualMillis());
            isTold(Customers.anyone());
        });

        Waits.until("the mails to be gone", TOLD_WITHIN, () -> pending() == 0);
        Journey.at(shopOfNeighbour, MAIL).attributesPage(Customers.anyone());
        TENANT.smtp(IMPATIENT);
        mailFlows();
    }

    private static long medianMillis() {
        long[] sorted = LongStream.generate(MailServerFaultsTest::millisOfOnePost)
                .limit(SAMPLES)
                .sorted()
                .toArray();
        return sorted[SAMPLES / 2];
    }

    private static long millisOfOnePost() {
        Journey journey = Journey.at(shop, MAIL);
        FormPage emailPage = journey.emailPage();
        long start = System.nanoTime();
        journey.browser().submit(emailPage, Map.of("email", Customers.anyone())).asking("code");
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static long usualMillis() {
        return 3 * healthyMillis + NOISE_MILLIS;
    }

    /** Asks for a code and has the page say that it was not sent. */
    private static void isTold(String email) {
        Journey journey = Journey.at(shop, MAIL);
        isTold(journey, journey.codePage(email));
    }

    private static void isTold(Journey journey, FormPage code) {
        Waits.until(
                "the page to say that the mail was not sent",
                TOLD_WITHIN,
                () -> journey.browser().open(code.action()).text().contains(NOT_SENT));
    }

    /** Sends a mail when the pause of a circuit that may be open is over. */
    private static void mailFlows() {
        TestSupport.of(TENANT.server()).at(UNTIL_ANOTHER_TRY, () -> assertThat(Journey.at(shop, MAIL)
                        .attributesPage(Customers.anyone())
                        .asks("attr.givenName"))
                .isTrue());
    }

    private static List<String> codes(ScriptedSmtpServer server) {
        return server.contents().stream()
                .flatMap(content -> CODE.matcher(content).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String logged() {
        return TENANT.server()
                .log()
                .map(Path::toAbsolutePath)
                .map(Documents::text)
                .orElse("");
    }

    private static double circuitsOpen() {
        return Scrape.of(TENANT.server()).value("xt_otp_mail_circuits_open");
    }

    private static double pending() {
        return Scrape.of(TENANT.server()).value("xt_otp_mail_pending");
    }

    private static double mails(String result) {
        return Scrape.of(TENANT.server()).value("xt_otp_mail_total", "result", result);
    }
}
