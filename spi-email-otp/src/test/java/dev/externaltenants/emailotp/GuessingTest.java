package dev.externaltenants.emailotp;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

class GuessingTest {

    @RegisterExtension
    final TimeTravel time = new TimeTravel();

    private final Tenant tenant = new Tenant();

    @Test
    void acceptsTheMailedCodeOnce() {
        String challenge = tenant.sent(ANNA);

        assertThat(tenant.verify(challenge, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Verified());
        assertThat(tenant.verify(challenge, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Dead());
    }

    @Test
    void acceptsACodeAsPeopleTypeIt() {
        String challenge = tenant.sent(ANNA);
        String code = tenant.lastCode();

        VerifyResult result =
                tenant.verify(challenge, ANNA, " " + code.substring(0, 4) + "-" + code.substring(4) + "\u00a0");

        assertThat(result).isEqualTo(new VerifyResult.Verified());
    }

    @Test
    void diesOfFiveWrongCodes() {
        String challenge = tenant.sent(ANNA);

        List<VerifyResult> results = IntStream.range(0, 5)
                .mapToObj(i -> tenant.verify(challenge, ANNA, tenant.wrongCode()))
                .toList();

        assertThat(results)
                .containsExactly(
                        new VerifyResult.Wrong(4),
                        new VerifyResult.Wrong(3),
                        new VerifyResult.Wrong(2),
                        new VerifyResult.Wrong(1),
                        new VerifyResult.Wrong(0));
        assertThat(tenant.state(challenge, ANNA).live()).isFalse();
        assertThat(tenant.verify(challenge, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Dead());
    }

    @Test
    void looksAtNoMoreThanTwentyFiveWrongCodesOfASubjectInAnHourWhateverTheSession() {
        Tenant manyMails =
                new Tenant(new PasscodeSettings(8, 600, 5, 25, 30, 30, 30, 100, 5_000, 8, 1_000, false, false));
        for (int session = 0; session < 5; session++) {
            PasscodeScope scope = inSession("root-" + session);
            String challenge = manyMails.sent(scope);
            IntStream.range(0, 5).forEach(i -> manyMails.verify(challenge, scope, manyMails.wrongCode()));
            time.forward(31);
        }
        String sixth = manyMails.sent(ANNA);

        assertThat(manyMails.verify(sixth, ANNA, manyMails.lastCode())).isEqualTo(new VerifyResult.TooManyTries());

        time.forward(3_600 - 5 * 31);
        String nextHour = manyMails.sent(ANNA);
        assertThat(manyMails.verify(nextHour, ANNA, manyMails.lastCode())).isEqualTo(new VerifyResult.Verified());
    }

    @Test
    void doesNotCountCodesThatWereRight() {
        Tenant strict = new Tenant(new PasscodeSettings(8, 600, 5, 1, 30, 5, 10, 100, 5_000, 8, 1_000, false, false));

        for (int signIn = 0; signIn < 10; signIn++) {
            String challenge = strict.sent(ANNA);
            assertThat(strict.verify(challenge, ANNA, strict.lastCode())).isEqualTo(new VerifyResult.Verified());
        }
    }

    @Test
    void countsTriesOfOneSubjectApartFromAnothers() {
        Tenant strict = new Tenant(new PasscodeSettings(8, 600, 5, 1, 30, 5, 10, 100, 5_000, 8, 1_000, false, false));
        String annas = strict.sent(ANNA);
        strict.verify(annas, ANNA, strict.wrongCode());
        PasscodeScope ben = new PasscodeScope(
                "contoso", Purpose.SIGN_UP, "ben@example.com", "ben@example.com", "shop", "root", "tab", "step");
        String bens = strict.sent(ben);

        assertThat(strict.verify(bens, ben, strict.lastCode())).isEqualTo(new VerifyResult.Verified());
    }

    @Test
    void expires() {
        String challenge = tenant.sent(ANNA);
        time.forward(599);
        assertThat(tenant.state(challenge, ANNA).live()).isTrue();

        time.forward(1);

        assertThat(tenant.state(challenge, ANNA).live()).isFalse();
        assertThat(tenant.verify(challenge, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Dead());
    }

    @Test
    void letsOnlyTheNewestCodeLive() {
        String first = tenant.sent(ANNA);
        String firstCode = tenant.lastCode();
        time.forward(31);
        String second = tenant.sentInsteadOf(first, ANNA);

        assertThat(tenant.verify(first, ANNA, firstCode)).isEqualTo(new VerifyResult.Dead());
        assertThat(tenant.verify(second, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Verified());
    }

    @Test
    void keepsTheCodeAliveWhenAnotherIsNotIssued() {
        String first = tenant.sent(ANNA);
        assertThat(tenant.issue(ANNA, "192.0.2.1", first)).isInstanceOf(IssueResult.CoolingDown.class);

        assertThat(tenant.verify(first, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Verified());
    }

    static Stream<PasscodeScope> otherScopes() {
        return Stream.of(
                new PasscodeScope(
                        "fabrikam", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "root", "tab", "step"),
                new PasscodeScope(
                        "contoso", Purpose.MFA, ANNA.subject(), ANNA.address(), "shop", "root", "tab", "step"),
                new PasscodeScope("contoso", ANNA.purpose(), "ben", ANNA.address(), "shop", "root", "tab", "step"),
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), "b@example.com", "shop", "root", "tab", "step"),
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "admin", "root", "tab", "step"),
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "other", "tab", "step"),
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "root", "other", "step"),
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "root", "tab", "other"),
                // The same letters with another border between two fields.
                new PasscodeScope(
                        "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", "roott", "ab", "step"));
    }

    @ParameterizedTest
    @MethodSource("otherScopes")
    void refusesACodeOfAnotherScope(PasscodeScope other) {
        String challenge = tenant.sent(ANNA);

        assertThat(tenant.state(challenge, other).live()).isFalse();
        assertThat(tenant.verify(challenge, other, tenant.lastCode())).isEqualTo(new VerifyResult.Dead());
        assertThat(tenant.verify(challenge, ANNA, tenant.lastCode())).isEqualTo(new VerifyResult.Verified());
    }

    @Test
    void refusesWithoutAChallenge() {
        assertThat(tenant.verify(null, ANNA, "12345678")).isEqualTo(new VerifyResult.Dead());
        assertThat(tenant.state(null, ANNA).live()).isFalse();
    }

    @Test
    void hasASingleWinner() throws Exception {
        String challenge = tenant.sent(ANNA);
        tenant.cluster.gather(2, "xt.otp.challenge.");

        List<VerifyResult> results = together(2, () -> tenant.verify(challenge, ANNA, tenant.lastCode()));

        assertThat(results).containsExactlyInAnyOrder(new VerifyResult.Verified(), new VerifyResult.Dead());
    }

    @Test
    void looksAtFiveCodesOfAHundredThatComeTogether() throws Exception {
        String challenge = tenant.sent(ANNA);
        tenant.cluster.gather(100, "xt.otp.tries-code.");

        List<VerifyResult> results = together(100, () -> tenant.verify(challenge, ANNA, tenant.wrongCode()));

        assertThat(results).filteredOn(VerifyResult.Wrong.class::isInstance).hasSize(5);
    }

    @Test
    void storesNeitherCodeNorAddress() {
        String challenge = tenant.sent(ANNA);
        tenant.verify(challenge, ANNA, tenant.wrongCode());

        assertThat(tenant.cluster.keysAndValues())
                .isNotEmpty()
                .noneMatch(entry -> entry.contains(tenant.lastCode()) || entry.contains("anna"));
    }

    private static PasscodeScope inSession(String rootSession) {
        return new PasscodeScope(
                "contoso", ANNA.purpose(), ANNA.subject(), ANNA.address(), "shop", rootSession, "tab", "step");
    }

    private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = pool.invokeAll(Collections.nCopies(threads, task));
            return futures.stream().map(GuessingTest::result).toList();
        } finally {
            pool.shutdown();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
