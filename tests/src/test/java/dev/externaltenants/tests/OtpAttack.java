package dev.externaltenants.tests;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.Waits;

/**
 * The attack that e-mail code extensions for Keycloak were put to: guesses in one session, with other codes between, and
 * over many sessions; and mails asked for without end. The attacker knows the password and does not read the mailbox.
 *
 * <p>Each part is of a customer of its own.
 */
final class OtpAttack {

    static final int GUESSES = 200;
    static final int RESENDS = 20;
    static final int SESSIONS = 10;

    private static final int NO_ACCOUNT = -1;
    private static final Duration COOL_DOWN = Duration.ofSeconds(31);
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(20);

    private final Tenant tenant;
    private final MailServer mail;
    private final CodeDoor door;
    private final RelyingParty app;

    /** Codes that were typed in the part that runs. */
    private int guesses;

    OtpAttack(Tenant tenant, MailServer mail, CodeDoor door, RelyingParty app) {
        this.tenant = tenant;
        this.mail = mail;
        this.door = door;
        this.app = app;
    }

    /**
     * What came of it.
     *
     * @param inOneSession guesses that were compared with a code
     * @param withResends the same, with another code after each pause
     * @param overSessions the same, in ten sessions with a pause between
     * @param failures that Keycloak's attack detection shows after the first part
     * @param rightCodeOpens whether the right code opened the door after the first part
     * @param mailsOfResends without a pause
     * @param mailsOfSessions without a pause
     */
    record Outcome(
            CodeDoor door,
            int inOneSession,
            int withResends,
            int overSessions,
            int failures,
            boolean rightCodeOpens,
            int mailsOfResends,
            int mailsOfSessions) {

        String row() {
            return "| %s | %d | %s | %s | %s | %s | %d | %d |"
                    .formatted(
                            door,
                            inOneSession,
                            limited(withResends),
                            limited(overSessions),
                            counted(),
                            rightCodeOpens ? "**opens**" : "refused",
                            mailsOfResends,
                            mailsOfSessions);
        }

        /** Keycloak sometimes counts one twice when several are booked at once. */
        private String counted() {
            if (failures == NO_ACCOUNT) {
                return "no account";
            }
            return failures >= inOneSession ? "all counted" : String.valueOf(failures);
        }

        /** How many a lock leaves depends on the moment when Keycloak books it. */
        private static String limited(int evaluated) {
            return evaluated == OtpAttackTest.TRIES_PER_HOUR
                    ? String.valueOf(evaluated)
                    : "fewer than " + OtpAttackTest.TRIES_PER_HOUR;
        }
    }

    Outcome run() {
        String victim = victim();
        Journey journey = at();
        Guesser guesser = new Guesser(journey, reach(journey, victim));
        int inOneSession = evaluated(() -> guess(guesser, GUESSES));
        int failures = failures(victim, inOneSession);
        boolean opens = door.isOpen(guesser.type(mail.codeFor(victim)));
        return new Outcome(
                door,
                inOneSession,
                evaluated(this::guessWithResends),
                evaluated(this::guessOverSessions),
                failures,
                opens,
                mails(this::askAgain),
                mails(this::comeAgain));
    }

    private void guessWithResends() {
        String email = victim();
        Journey journey = at();
        Guesser guesser = new Guesser(journey, reach(journey, email));
        for (int resend = 0; resend < RESENDS; resend++) {
            after(resend, () -> {
                guesser.resend();
                guess(guesser, GUESSES / RESENDS);
            });
        }
    }

    private void guessOverSessions() {
        String email = victim();
        for (int session = 0; session < SESSIONS; session++) {
            after(session, () -> {
                Journey journey = at();
                FormPage page = reach(journey, email);
                if (page.asks("code")) {
                    guess(new Guesser(journey, page), GUESSES / SESSIONS);
                }
            });
        }
    }

    private void guess(Guesser guesser, int number) {
        guesser.guess(number);
        guesses += number;
    }

    private void askAgain(String email) {
        Journey journey = at();
        Guesser guesser = new Guesser(journey, reach(journey, email));
        for (int i = 0; i < RESENDS; i++) {
            guesser.resend();
        }
    }

    private void comeAgain(String email) {
        for (int i = 0; i < SESSIONS; i++) {
            reach(at(), email);
        }
    }

    /** Counts the guesses that were compared with a code, as the event log tells them from those that were not. */
    private int evaluated(Runnable attack) {
        String events = "/" + tenant.realm() + "/events";
        tenant.admin().delete(events).expect(204);
        guesses = 0;
        attack.run();
        if (door.isBehindNoProof()) {
            Waits.until(
                    "all guesses to be told of",
                    COUNTED_WITHIN,
                    () -> written(events, OtpAttack::isOfAGuess) >= guesses);
        }
        return written(events, event -> event.path("details").has("xt_tries_left"));
    }

    /** Who gets no mail has an event of that, too. */
    private static boolean isOfAGuess(JsonNode event) {
        return event.path("details").has("xt_method") && !event.path("details").has("xt_mail_budget");
    }

    private int written(String events, Predicate<JsonNode> kind) {
        int count = 0;
        for (JsonNode event :
                tenant.admin().get(events + "?max=1000").expect(200).json()) {
            count += kind.test(event) ? 1 : 0;
        }
        return count;
    }

    /** Waits a moment, because Keycloak books a failure after the request. */
    private int failures(String email, int expected) {
        if (!door.hasAccount()) {
            return NO_ACCOUNT;
        }
        String user = "/" + tenant.realm() + "/attack-detection/brute-force/users/"
                + tenant.customer(email).path("id").asText();
        if (isProtected()) {
            Waits.until("the failures to be counted", COUNTED_WITHIN, () -> numFailures(user) >= expected);
        }
        return numFailures(user);
    }

    private boolean isProtected() {
        return tenant.admin()
                .get("/" + tenant.realm())
                .expect(200)
                .json()
                .path("bruteForceProtected")
                .asBoolean();
    }

    private int numFailures(String user) {
        return tenant.admin().get(user).expect(200).json().path("numFailures").asInt();
    }

    /** Counts the mails that have come when another customer's has, for which is asked later and after the first came. */
    private int mails(Consumer<String> attack) {
        String email = victim();
        attack.accept(email);
        mail.mail(email, 0);
        String other = victim();
        reach(at(), other);
        mail.nextTo(other);
        return mail.countTo(email);
    }

    private String victim() {
        String email = Customers.anyone();
        door.register(tenant, email);
        return email;
    }

    private Journey at() {
        return Journey.at(app, mail);
    }

    private FormPage reach(Journey journey, String email) {
        return door.reach(journey, mail, email);
    }

    private void after(int pauses, Runnable work) {
        TestSupport.of(tenant.server()).at(COOL_DOWN.multipliedBy(pauses), work);
    }
}
