package dev.externaltenants.tests;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What an hour allows is counted by address or account, whatever the browser session. */
@Tag("any-database")
final class PasscodeBudgetTest {

    private static final int TRIES_PER_CODE = 5;
    private static final int TRIES_PER_HOUR = 25;
    private static final int MAILS_PER_HOUR = 5;
    private static final Duration COOL_DOWN = Duration.ofSeconds(31);

    /** The right code is the last try of each session, so that its mail is paid back and only tries run out. */
    private static final int WRONG_PER_SESSION = TRIES_PER_CODE - 1;

    private static final int SESSIONS = TRIES_PER_HOUR / WRONG_PER_SESSION;
    private static final int WRONG_IN_THE_LAST = TRIES_PER_HOUR - SESSIONS * WRONG_PER_SESSION;

    private static final String SPENT = "This is not possible right now";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("budget", MAIL);

    private static RelyingParty shop;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
    }

    @Test
    void theWrongCodesOfAnAddressAreCountedAcrossBrowserSessions() {
        String email = Customers.anyone();
        for (int session = 0; session < SESSIONS; session++) {
            afterCoolDowns(session, () -> {
                Journey journey = Journey.at(shop, MAIL);
                FormPage right = rightCodeAfter(WRONG_PER_SESSION, journey, journey.codePage(email), email);
                assertThat(right.asks("password-confirm")).as(right.toString()).isTrue();
            });
        }

        afterCoolDowns(SESSIONS, () -> {
            Journey journey = Journey.at(shop, MAIL);
            FormPage refused = rightCodeAfter(WRONG_IN_THE_LAST, journey, journey.codePage(email), email);
            assertThat(refused.text()).contains(SPENT);
        });
    }

    @Test
    void theWrongSecondFactorsOfAnAccountAreCountedAcrossBrowserSessions() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        for (int session = 0; session < SESSIONS; session++) {
            afterCoolDowns(session, () -> {
                Journey journey = Journey.at(secured, MAIL);
                FormPage right = rightCodeAfter(WRONG_PER_SESSION, journey, secondFactor(journey, email), email);
                assertThat(right.leftFor()).as(right.toString()).isNotNull();
            });
        }

        afterCoolDowns(SESSIONS, () -> {
            Journey journey = Journey.at(secured, MAIL);
            FormPage refused = rightCodeAfter(WRONG_IN_THE_LAST, journey, secondFactor(journey, email), email);
            assertThat(refused.text()).contains(SPENT);
        });
        assertThat(newestSignInErrorOf(email))
                .as("spent, not locked out by brute-force protection")
                .isEqualTo("xt_too_many_tries");
    }

    @Test
    void anAddressGetsNoMoreThanFiveMailsAnHour() {
        String email = Customers.anyone();
        for (int session = 0; session <= MAILS_PER_HOUR; session++) {
            afterCoolDowns(session, () -> {
                Journey journey = Journey.at(shop, MAIL);
                journey.browser().submit(journey.emailPage(), Map.of("email", email));
            });
        }
        IntStream.range(0, MAILS_PER_HOUR).forEach(i -> MAIL.nextTo(email));

        // A mail that leaves later than those would have come by the time another customer's has.
        String other = Customers.anyone();
        Journey.at(shop, MAIL).codePage(other);
        MAIL.nextTo(other);
        assertThat(MAIL.countTo(email)).isEqualTo(MAILS_PER_HOUR);
    }

    @Test
    void whoeverAsksForSignUpCodesCannotKeepACustomerFromSigningIn() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        for (int session = 0; session < MAILS_PER_HOUR; session++) {
            afterCoolDowns(session, () -> Journey.at(shop, MAIL).codePage(email));
            MAIL.nextTo(email);
        }

        // At the time of the first, so that the pause after a mail is still running, too.
        Journey journey = Journey.at(secured, MAIL);
        FormPage page = secondFactor(journey, email);

        assertThat(journey.typeCode(page, MAIL.codeFor(email)).returned()).isNotNull();
    }

    private static FormPage secondFactor(Journey journey, String email) {
        return journey.passwordGiven(email, Journey.PASSWORD).asking("code");
    }

    private static FormPage rightCodeAfter(int wrongTries, Journey journey, FormPage first, String email) {
        String code = MAIL.codeFor(email);
        FormPage page = first;
        for (int i = 1; i <= wrongTries; i++) {
            page = journey.typeCode(page, Codes.otherThan(code, i)).asking("code");
        }
        return journey.typeCode(page, code);
    }

    private static void afterCoolDowns(int number, Runnable work) {
        TestSupport.of(TENANT.server()).at(COOL_DOWN.multipliedBy(number), work);
    }

    private static String newestSignInErrorOf(String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=LOGIN_ERROR&max=1&user="
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json()
                .at("/0/error")
                .asText();
    }
}
