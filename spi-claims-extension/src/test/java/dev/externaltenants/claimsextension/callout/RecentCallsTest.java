package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.callout.LoggedCall.Outcome;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentCallsTest {

    private static final CustomExtension EXTENSION = Extensions.calling("https://api.example.org", 1000, 1);
    private static final CalloutResult<String> ANSWER = new CalloutResult.Answered<>("gold");

    private final RecentCalls calls = new RecentCalls();

    @Test
    void tellsWhatAskedWhomAndWhatCameOfIt() {
        record(
                "tenant",
                new CalloutResult.Failed<>(
                        CalloutError.INVALID_STATUS, Duration.ZERO, 2, 503, "data", "c", true, false));

        assertThat(calls.of("tenant")).singleElement().satisfies(call -> {
            assertThat(call.extension()).isEqualTo("claims");
            assertThat(call.appId()).isEqualTo("shop");
            assertThat(call.event()).isEqualTo(AuthenticationEvent.TOKEN_ISSUANCE_START);
            assertThat(call.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(call.status()).isEqualTo(503);
            assertThat(call.tries()).isEqualTo(2);
            assertThat(call.code()).isEqualTo(1003002);
            assertThat(call.durationInMilliseconds()).isEqualTo(12);
        });
    }

    @Test
    void keepsNothingOfTheCustomerOrTheAnswer() {
        record("tenant", ANSWER);

        assertThat(Json.write(calls.of("tenant")))
                .doesNotContain("dana")
                .doesNotContain("Dana")
                .doesNotContain("192.0.2.7")
                .doesNotContain("gold");
    }

    @Test
    void saysThatAnAnswerCameWhereItWasWrong() {
        record("tenant", new CalloutResult.Failed<>(CalloutError.NULL_CLAIMS, Duration.ZERO, 1));
        record("tenant", new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ZERO, 1));

        assertThat(calls.of("tenant")).extracting(LoggedCall::status).containsExactly(null, 200);
    }

    @Test
    void tellsTheLastFirst() {
        record("tenant", ANSWER);
        record("tenant", new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ZERO, 1));

        assertThat(calls.of("tenant"))
                .extracting(LoggedCall::outcome)
                .containsExactly(Outcome.FAILED, Outcome.ANSWERED);
    }

    @Test
    void keepsTheLastHundredOfATenant() {
        record("tenant", new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ZERO, 1));
        IntStream.range(0, RecentCalls.CALLS_OF_A_TENANT).forEach(i -> record("tenant", ANSWER));

        assertThat(calls.of("tenant"))
                .hasSize(RecentCalls.CALLS_OF_A_TENANT)
                .extracting(LoggedCall::outcome)
                .containsOnly(Outcome.ANSWERED);
    }

    @Test
    void tellsATenantOnlyItsOwn() {
        record("tenant", ANSWER);

        assertThat(calls.of("another")).isEmpty();
    }

    @Test
    void forgetsTheTenantThatHasNotCalledForLongest() {
        IntStream.range(0, RecentCalls.TENANTS).forEach(i -> record("tenant" + i, ANSWER));
        record("tenant0", ANSWER);
        record("one more", ANSWER);

        assertThat(calls.of("tenant1")).isEmpty();
        assertThat(calls.of("tenant0")).hasSize(2);
        assertThat(calls.of("one more")).hasSize(1);
    }

    @Test
    void forgetsATenantThatIsGone() {
        record("tenant", ANSWER);

        calls.forget("tenant");

        assertThat(calls.of("tenant")).isEqualTo(List.of());
    }

    private void record(String tenantId, CalloutResult<?> result) {
        CalloutRequest call = Requests.to(EXTENSION);
        CalloutRequest ofTenant = new CalloutRequest(
                tenantId,
                call.issuer(),
                call.listenerId(),
                call.extension(),
                call.correlationId(),
                call.ip(),
                call.locale(),
                call.requestType(),
                call.client(),
                call.resource(),
                call.user());
        calls.record(ofTenant, AuthenticationEvent.TOKEN_ISSUANCE_START, result, Duration.ofMillis(12));
    }
}
