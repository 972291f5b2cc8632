package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.samples.claims.Answer.Hang;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What the wait for an API costs the others: a few database connections, never all of them. */
@Tag("any-database")
final class CalloutConnectionsTest {

    private static final int AT_ONCE = 100;

    /** As many calls as one extension may have under way. */
    private static final int CALLS = 16;

    /** Of Keycloak's own work beside. */
    private static final int OTHERS = 8;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("connections", MAIL);

    /** As many as have to fail until an API is left alone, which it is not for one of them. */
    private static final int CUSTOMERS = 5;

    @Test
    void aHundredThatWaitForAHangingApiLeaveConnectionsForEverybodyElse() {
        try (ClaimsApi api = TENANT.claimsApi()) {
            String extension = TENANT.extension("hanging", api, "CONTINUE", "loyaltyTier");
            RelyingParty app = TENANT.app(
                    "waiting", TENANT.userFlow(FlowSpec.named("waiting").claimsFrom(extension)));
            Journey waiting = Journey.at(app, MAIL);
            Journey other = journey("other", FlowSpec.named("other"));
            List<String> tokens = Stream.generate(
                            () -> redeemed(Journey.at(app, MAIL)).refreshToken())
                    .limit(CUSTOMERS)
                    .toList();
            api.answerWith(new Hang(Duration.ofSeconds(20)));

            CompletableFuture<List<Answer>> crowd = CompletableFuture.supplyAsync(() -> AtOnce.all(IntStream.range(
                            0, AT_ONCE)
                    .mapToObj(i -> (Callable<Answer>) () -> waiting.signIn().refresh(tokens.get(i % CUSTOMERS)))
                    .toList()));
            List<Double> taken = Stream.generate(CalloutConnectionsTest::connectionsTaken)
                    .takeWhile(connections -> !crowd.isDone())
                    .toList();

            assertThat(crowd.orTimeout(30, TimeUnit.SECONDS).join())
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(taken).isNotEmpty().allSatisfy(number -> assertThat(number)
                    .isLessThanOrEqualTo(CALLS + OTHERS));
            // Those that came before the API was left alone; without a limit it would have been all.
            assertThat(api.calls()).hasSizeLessThanOrEqualTo(CUSTOMERS + 2 * CALLS);
            assertThat(redeemed(other).accessToken()).isNotBlank();
        }
    }

    private static SignIn.Tokens redeemed(Journey journey) {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();
        return journey.signIn().redeem(returned);
    }

    private static Journey journey(String app, FlowSpec flow) {
        return Journey.at(TENANT.app(app, TENANT.userFlow(flow)), MAIL);
    }

    private static double connectionsTaken() {
        Scrape scrape = Scrape.of(TENANT.server());
        return scrape.series("agroal_active_count"::equals).stream()
                .mapToDouble(scrape::value)
                .sum();
    }
}
