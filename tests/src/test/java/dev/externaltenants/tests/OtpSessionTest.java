package dev.externaltenants.tests;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody bends the browser's session instead of the code. What a reset is put to besides is in {@link ResetTakeoverTest}. */
@Tag("any-database")
final class OtpSessionTest {

    private static final int AT_ONCE = 200;

    private static final Map<CodeDoor, String> STEPS = Map.of(
            CodeDoor.SIGN_UP, "xt-verify-email",
            CodeDoor.SIGN_IN, "xt-sign-in-code",
            CodeDoor.SECOND_FACTOR, "xt-email-code",
            CodeDoor.PASSWORD_RESET, "xt-reset-code");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("otp-session", MAIL);

    @RegisterExtension
    static final Tenant NEIGHBOUR = Tenant.named("otp-session-neighbour", MAIL);

    private static final Map<CodeDoor, RelyingParty> APPS = new EnumMap<>(CodeDoor.class);
    private static final Map<CodeDoor, RelyingParty> APPS_OF_NEIGHBOUR = new EnumMap<>(CodeDoor.class);

    @BeforeAll
    static void apps() {
        for (CodeDoor door : CodeDoor.values()) {
            APPS.put(door, door.app(TENANT));
            APPS_OF_NEIGHBOUR.put(door, door.app(NEIGHBOUR));
        }
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void theRightCodePostedTwoHundredTimesAtOnceOpensOnce(CodeDoor door) {
        String email = customer(door);
        Journey journey = Journey.at(APPS.get(door), MAIL);
        FormPage page = door.reach(journey, MAIL, email);
        String code = MAIL.codeFor(email);

        double before = verified();

        List<FormPage> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> journey.browser().secondTab())
                .<Callable<FormPage>>map(tab -> () -> verify(tab, page, code))
                .toList());

        // A tab that Keycloak leads on after another one's proof proved nothing itself, so the engine is asked.
        assertThat(verified() - before).isEqualTo(1);
        assertThat(answers).anyMatch(door::isOpen);
        assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    }

    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void theBackButtonAfterTheProofProvesNothingAgain(CodeDoor door) {
        String email = customer(door);
        Journey journey = Journey.at(APPS.get(door), MAIL);
        FormPage page = door.reach(journey, MAIL, email);
        String code = MAIL.codeFor(email);
        assertThat(door.isOpen(journey.typeCode(page, code))).isTrue();
        int mails = MAIL.countTo(email);

        FormPage again = journey.typeCode(page, code);

        assertThat(again.leftFor() != null && door.isOpen(again))
                .as(again.toString())
                .isFalse();
        assertThat(MAIL.countTo(email)).isEqualTo(mails);
    }

    /** From the first page of the way there, with the execution of the step at its end. */
    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void theStepIsNotReachedByItsExecution(CodeDoor door) {
        String email = customer(door);
        Journey journey = Journey.at(APPS.get(door), MAIL);
        FormPage signIn = journey.signInPage();
        URI swapped = swapped(signIn.action(), execution(STEPS.get(door)));

        FormPage posted = journey.browser().post(swapped, Map.of("code", "00000000", "username", email));
        FormPage opened = journey.browser().open(swapped);

        for (FormPage answer : List.of(posted, opened)) {
            assertThat(answer.asks("code")).as(answer.toString()).isFalse();
            assertThat(door.isOpen(answer)).as(answer.toString()).isFalse();
        }
        assertThat(MAIL.countTo(email)).isZero();
    }

    /** The victim's browser was given the cookie of a sign-in that the attacker began, and the victim types the code in it. */
    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void aPlantedSessionDoesNotShareWhatTheVictimProves(CodeDoor door) {
        String email = customer(door);
        Journey attacker = Journey.at(APPS.get(door), MAIL);
        FormPage page = door.reach(attacker, MAIL, email);
        FormBrowser victim = attacker.browser().secondTab();

        FormPage proven = verify(victim, page, MAIL.codeFor(email));
        assertThat(door.isOpen(proven)).isTrue();

        URI current = URI.create(page.action().toString().replaceAll("(session_code|execution)=[^&]*&", ""));
        for (URI uri : List.of(current, page.action(), APPS.get(door).signIn().uri())) {
            FormPage answer = attacker.browser().open(uri);
            assertThat(door.isOpen(answer)).as(answer.toString()).isFalse();
        }
    }

    /** The cookies of a tenant in which everything is proven, and of a sign-in on its way, sent to another tenant. */
    @ParameterizedTest
    @EnumSource(CodeDoor.class)
    void theCookiesOfAnotherTenantProveNothing(CodeDoor door) {
        String email = customer(door);
        door.register(NEIGHBOUR, email);
        Journey there = Journey.at(APPS_OF_NEIGHBOUR.get(door), MAIL);
        FormPage page = door.reach(there, MAIL, email);
        String code = MAIL.codeFor(email);
        FormBrowser onItsWay = there.browser().carrying(path(NEIGHBOUR), path(TENANT));
        URI here = URI.create(page.action().toString().replace(path(NEIGHBOUR), path(TENANT)));

        FormPage posted = onItsWay.post(here, Map.of("code", code, "action", "verify"));
        assertThat(door.isOpen(posted)).as(posted.toString()).isFalse();

        assertThat(door.isOpen(there.typeCode(page, code))).isTrue();
        FormPage signIn = there.browser()
                .carrying(path(NEIGHBOUR), path(TENANT))
                .open(APPS.get(door).signIn().uri());
        assertThat(signIn.asks("username")).as(signIn.toString()).isTrue();
    }

    private static double verified() {
        Scrape metrics = Scrape.of(TENANT.server());
        return Stream.of("sign_up", "sign_in", "mfa", "password_reset")
                .mapToDouble(purpose -> metrics.value("xt_otp_verify_total", "purpose", purpose, "result", "verified"))
                .sum();
    }

    private static FormPage verify(FormBrowser browser, FormPage page, String code) {
        return browser.submit(page, Map.of("code", code, "action", "verify"));
    }

    private static String customer(CodeDoor door) {
        String email = Customers.anyone();
        door.register(TENANT, email);
        return email;
    }

    private static String path(Tenant tenant) {
        return "/realms/" + tenant.realm() + "/";
    }

    private static URI swapped(URI action, String execution) {
        return URI.create(action.toString().replaceAll("execution=[^&]*", "execution=" + execution));
    }

    private static String execution(String provider) {
        for (String flow : List.of("xt%20registration", "xt%20reset%20credentials", "xt%20browser")) {
            for (JsonNode step : TENANT.admin()
                    .get("/" + TENANT.realm() + "/authentication/flows/" + flow + "/executions")
                    .expect(200)
                    .json()) {
                if (provider.equals(step.path("providerId").asText())) {
                    return step.path("id").asText();
                }
            }
        }
        throw new AssertionError("No step " + provider);
    }
}
