package dev.externaltenants.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The attacks that e-mail code extensions for Keycloak fell to, against ours; the results are a page of the documents. */
@Tag("any-database")
final class OtpAttackTest {

    static final int TRIES_PER_CODE = 5;
    static final int TRIES_PER_HOUR = 25;
    static final int MAILS_PER_HOUR = 5;

    private static final Duration COOL_DOWN = Duration.ofSeconds(31);
    private static final Duration LOCKED = Duration.ofSeconds(90);
    private static final Duration LOCKED_WITHIN = Duration.ofSeconds(20);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("otp-attack", MAIL);

    @RegisterExtension
    static final Tenant WITHOUT_LOCK_OUT = Tenant.named("otp-attack-no-lock", MAIL);

    @Test
    void aTenantHoldsWithItsLockOut() {
        List<OtpAttack.Outcome> outcomes = attack(TENANT, MAIL);

        assertThat(outcomes).allSatisfy(OtpAttackTest::assertHeld);
        assertThat(OtpAttacksPage.write("tenant", outcomes)).as("reviewed").isTrue();
    }

    @Test
    void theLimitsOfCodesHoldByThemselves() {
        WITHOUT_LOCK_OUT
                .admin()
                .put("/" + WITHOUT_LOCK_OUT.realm(), Map.of("bruteForceProtected", false))
                .expect(204);

        List<OtpAttack.Outcome> outcomes = attack(WITHOUT_LOCK_OUT, MAIL);

        assertThat(outcomes).allSatisfy(OtpAttackTest::assertLimited);
        assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome.withResends())
                .as("as many as the limit leaves")
                .isEqualTo(TRIES_PER_HOUR));
        assertThat(OtpAttacksPage.write("no-lock-out", outcomes)).as("reviewed").isTrue();
    }

    /** A lock keeps the right code out as well, and passes: nobody locks somebody else out for good. */
    @ParameterizedTest
    @EnumSource(
            value = CodeDoor.class,
            names = {"SIGN_IN", "SECOND_FACTOR"})
    void theRightCodeIsRefusedWhileTheAccountIsLockedAndTakenAfterwards(CodeDoor door) {
        RelyingParty app = door.app(TENANT, "locked-" + door.name().toLowerCase(Locale.ROOT));
        String email = Customers.anyone();
        door.register(TENANT, email);
        Journey owner = Journey.at(app, MAIL);
        FormPage page = door.reach(owner, MAIL, email);
        String code = MAIL.codeFor(email);
        TestSupport server = TestSupport.of(TENANT.server());
        String user = "/" + TENANT.realm() + "/attack-detection/brute-force/users/"
                + TENANT.customer(email).path("id").asText();
        for (int session = 1; session <= 2; session++) {
            int before = (session - 1) * TRIES_PER_CODE;
            server.at(COOL_DOWN.multipliedBy(session), () -> {
                Journey stranger = Journey.at(app, MAIL);
                Guesser guesser = new Guesser(stranger, door.reach(stranger, MAIL, email));
                for (int guess = 1; guess <= TRIES_PER_CODE; guess++) {
                    int guesses = before + guess;
                    guesser.type(String.format("%08d", guess));
                    // Booked behind the answer. The tenth begins the lock; of two at once, none would be the tenth.
                    Waits.until(
                            guesses + " guesses to be booked",
                            LOCKED_WITHIN,
                            () -> TENANT.admin()
                                            .get(user)
                                            .json()
                                            .path("numFailures")
                                            .asInt()
                                    >= guesses);
                }
            });
        }

        server.at(COOL_DOWN.multipliedBy(2), () -> {
            Waits.until(
                    "the account to be locked",
                    LOCKED_WITHIN,
                    () -> TENANT.admin().get(user).json().path("disabled").asBoolean());
            FormPage refused =
                    owner.browser().secondTab().post(page.action(), Map.of("code", code, "action", "verify"));
            assertThat(door.isOpen(refused)).as(refused.toString()).isFalse();
            assertThat(refused.text()).contains("not possible right now");
        });

        server.at(COOL_DOWN.multipliedBy(2).plus(LOCKED), () -> {
            Journey again = Journey.at(app, MAIL);
            FormPage fresh = door.reach(again, MAIL, email).asking("code");
            MAIL.nextTo(email);
            MAIL.nextTo(email);
            assertThat(door.isOpen(again.typeCode(fresh, MAIL.codeFor(email)))).isTrue();
        });
    }

    static List<OtpAttack.Outcome> attack(Tenant tenant, MailServer mail, CodeDoor... only) {
        List<OtpAttack.Outcome> outcomes = new ArrayList<>();
        for (CodeDoor door : only.length == 0 ? CodeDoor.values() : only) {
            outcomes.add(new OtpAttack(tenant, mail, door, door.app(tenant)).run());
        }
        return outcomes;
    }

    static void assertHeld(OtpAttack.Outcome outcome) {
        assertLimited(outcome);
        if (outcome.door().hasAccount()) {
            assertThat(outcome.failures()).as(outcome.row()).isGreaterThanOrEqualTo(outcome.inOneSession());
        }
    }

    private static void assertLimited(OtpAttack.Outcome outcome) {
        String row = outcome.row();
        assertThat(outcome.inOneSession()).as(row).isEqualTo(TRIES_PER_CODE);
        assertThat(outcome.withResends()).as(row).isBetween(TRIES_PER_CODE, TRIES_PER_HOUR);
        assertThat(outcome.overSessions()).as(row).isBetween(TRIES_PER_CODE, TRIES_PER_HOUR);
        assertThat(outcome.rightCodeOpens()).as(row).isFalse();
        assertThat(outcome.mailsOfResends()).as(row).isEqualTo(1);
        assertThat(outcome.mailsOfSessions()).as(row).isEqualTo(1);
    }
}
