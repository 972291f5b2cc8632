package dev.externaltenants.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.pages.CodePage;
import dev.externaltenants.tests.pages.SignInPage;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The SMTP server is down or hangs: no page waits for it, and the customer is told. */
@Tag("any-database")
final class MailFailureTest {

    /** Far below the 10 s that Keycloak gives an SMTP server; far above what a page takes on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** All that talk to mail servers, by default; one tenant gets half of them. */
    private static final int MAIL_THREADS = 8;

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
    private static final String NOT_SENT = "We could not send the email with your code";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final MailServer MAIL_OF_NEIGHBOUR = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("mail-failure", MAIL);

    @RegisterExtension
    static final Tenant ANOTHER = Tenant.named("same-mail-server", MAIL);

    @RegisterExtension
    static final Tenant NEIGHBOUR = Tenant.named("neighbour", MAIL_OF_NEIGHBOUR);

    private static final AtomicInteger CIRCUITS = new AtomicInteger();

    private static RelyingParty shop;
    private static RelyingParty shopOfAnother;
    private static RelyingParty shopOfNeighbour;

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @BeforeAll
    static void apps() {
        shop = shopOf(TENANT);
        shopOfAnother = shopOf(ANOTHER);
        shopOfNeighbour = shopOf(NEIGHBOUR);
        // What the first page of a server costs is not what is measured here.
        Journey.at(shop, MAIL).emailPage();
    }

    private static RelyingParty shopOf(Tenant tenant) {
        return tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").asks("givenName")));
    }

    /** A server with other settings is another one to the circuit: what one test broke is not left alone in the next. */
    @BeforeEach
    void freshCircuit() {
        Waits.until(
                "the mails of other tests to be gone",
                TOLD_WITHIN,
                () -> Scrape.of(TENANT.server()).value("xt_otp_mail_pending") == 0);
        Map<String, String> unlikeBefore = Map.of("timeout", Integer.toString(10_000 + CIRCUITS.incrementAndGet()));
        TENANT.smtp(unlikeBefore);
        ANOTHER.smtp(unlikeBefore);
    }

    @Test
    void whileTheServerIsDownThePageAnswersAtOnceAndSaysThatTheMailWasNotSent() {
        String email = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage emailPage = journey.emailPage();

        MAIL.downWhile(() -> {
            FormPage code = answersAtOnce(journey, emailPage, email);
            Waits.until(
                    "the page to say that the mail was not sent",
                    TOLD_WITHIN,
                    () -> journey.browser().open(code.action()).message().contains(NOT_SENT));
            FormPage told = journey.browser().open(code.action());
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.document().select("[name=action][value=resend]")).hasSize(1);
        });
    }

    @Test
    void theCustomerCanResendWhenTheServerIsBack() {
        String email = Customers.anyone();
        browser.open(shop.signIn().uri());
        CodePage[] page = new CodePage[1];
        MAIL.downWhile(() -> {
            page[0] = new SignInPage(browser).createOne().sendCodeTo(email);
            Waits.until("the page to say that the mail was not sent", TOLD_WITHIN, () -> {
                browser.page().reload();
                page[0] = new CodePage(browser);
                return page[0].message().contains(NOT_SENT);
            });
            browser.arrivedAt("code-not-sent");
        });

        page[0].resend().confirm(MAIL.codeFor(email));
    }

    @Test
    void noRequestWaitsWhileEveryMailThreadWaitsForASilentServer() {
        List<Callable<FormPage>> askers = askers(shop, MAIL_THREADS);
        List<Callable<FormPage>> askersOfAnother = askers(shopOfAnother, MAIL_THREADS);
        Journey further = Journey.at(shop, MAIL);
        FormPage emailPage = further.emailPage();
        MAIL.silentWhile(silent -> {
            AtOnce.all(askers);
            AtOnce.all(askersOfAnother);
            Waits.until("every mail thread to wait", AT_ONCE, () -> silent.connections() == MAIL_THREADS);

            answersAtOnce(further, emailPage, Customers.anyone());
            assertThat(silent.connections()).as("no thread came free").isEqualTo(MAIL_THREADS);
        });
    }

    @Test
    void theSilentServerOfOneTenantHoldsUpNoMailOfAnother() {
        List<Callable<FormPage>> askers = askers(shop, 2 * MAIL_THREADS);
        Journey neighbour = Journey.at(shopOfNeighbour, MAIL_OF_NEIGHBOUR);
        FormPage emailPage = neighbour.emailPage();
        MAIL.silentWhile(silent -> {
            AtOnce.all(askers);
            Waits.until("mail threads to wait", AT_ONCE, () -> silent.connections() >= MAIL_THREADS / 2);

            String email = Customers.anyone();
            long start = System.nanoTime();
            FormPage codePage = answersAtOnce(neighbour, emailPage, email);
            String code = MAIL_OF_NEIGHBOUR.codeFor(email);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
            neighbour.typeCode(codePage, code).asking("password-confirm");
        });
    }

    @Test
    void mailFlowsAgainAfterSilence() {
        MAIL.silentWhile(silent -> Journey.at(shop, MAIL).codePage(Customers.anyone()));
        String email = Customers.anyone();

        assertThat(Journey.at(shop, MAIL).attributesPage(email).asks("attr.givenName"))
                .isTrue();
    }

    @Test
    void aFailedMailDoesNotUseUpTheBudgetOfTheAddress() {
        String email = Customers.anyone();
        MAIL.downWhile(() -> {
            for (int i = 0; i < 6; i++) {
                Journey journey = Journey.at(shop, MAIL);
                FormPage code = journey.codePage(email);
                Waits.until(
                        "the mail to fail",
                        TOLD_WITHIN,
                        () -> journey.browser().open(code.action()).text().contains(NOT_SENT));
            }
        });

        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(31), () -> assertThat(
                        Journey.at(shop, MAIL).attributesPage(email).asks("attr.givenName"))
                .isTrue());
    }

    /** They have the address page before them: a silent server is held on to for a few seconds, and pages take time. */
    private static List<Callable<FormPage>> askers(RelyingParty app, int number) {
        List<Callable<FormPage>> askers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Journey journey = Journey.at(app, MAIL);
            FormPage emailPage = journey.emailPage();
            askers.add(() -> journey.browser()
                    .submit(emailPage, Map.of("email", Customers.anyone()))
                    .asking("code"));
        }
        return askers;
    }

    private static FormPage answersAtOnce(Journey journey, FormPage emailPage, String email) {
        long start = System.nanoTime();
        FormPage code =
                journey.browser().submit(emailPage, Map.of("email", email)).asking("code");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        return code;
    }
}
