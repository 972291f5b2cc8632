package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.callout.LoggedCall.Outcome;
import dev.externaltenants.claimsextension.contract.OtpSend;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.tests.fakes.Fake;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;

class CachedCalloutProviderTest {

    private static final CalloutResult<?> GOLD = new CalloutResult.Answered<>(Map.of("tier", "gold"));
    private static final CustomExtension CACHED = Extensions.cached(60);
    private static final CalloutRequest REQUEST = Requests.to(CACHED);

    private final AtomicInteger called = new AtomicInteger();
    private final AnswerCache answers = new AnswerCache();
    private final RecentCalls calls = new RecentCalls();
    private CalloutResult<?> result = GOLD;

    @AfterEach
    void now() {
        Time.setOffset(0);
    }

    @Test
    void answersAgainWithoutACall() {
        assertThat(claims(REQUEST)).isEqualTo(GOLD);
        assertThat(claims(with(REQUEST, "another correlation id", "198.51.100.3")))
                .isEqualTo(GOLD);

        assertThat(called).hasValue(1);
    }

    @Test
    void asksEachTimeUnlessTheExtensionSaysOtherwise() {
        CalloutRequest request = Requests.to(Extensions.calling("https://api.example.org", 1000, 1));

        claims(request);
        claims(request);

        assertThat(called).hasValue(2);
    }

    @Test
    void asksAgainOnceTheTimeIsOver() {
        claims(REQUEST);
        Time.setOffset(59);
        claims(REQUEST);
        assertThat(called).hasValue(1);

        Time.setOffset(61);
        claims(REQUEST);

        assertThat(called).hasValue(2);
    }

    @Test
    void takesNoOnesAnswerForAnothers() {
        claims(REQUEST);
        CalloutRequest.User dana = REQUEST.user();
        CalloutRequest.App other = new CalloutRequest.App("other", "bistro", "Bistro");
        List<CalloutRequest> others = List.of(
                with("tenant", CACHED, REQUEST.listenerId(), REQUEST.client(), REQUEST.resource(), dana),
                with(REQUEST.tenantId(), CACHED, "listener", REQUEST.client(), REQUEST.resource(), dana),
                with(REQUEST.tenantId(), CACHED, REQUEST.listenerId(), other, REQUEST.resource(), dana),
                with(REQUEST.tenantId(), CACHED, REQUEST.listenerId(), REQUEST.client(), other, dana),
                with(
                        REQUEST.tenantId(),
                        CACHED,
                        REQUEST.listenerId(),
                        REQUEST.client(),
                        REQUEST.resource(),
                        john(dana)),
                Requests.to(CACHED.withVersion(2L)),
                Requests.to(CACHED.withId("another")),
                Requests.to(Extensions.cached("https://elsewhere.example.org", 60)));

        others.forEach(this::claims);

        assertThat(called).hasValue(1 + others.size());
    }

    @Test
    void forgetsWhatWasKnownOfACustomerWhoseProfileWasChanged() {
        claims(REQUEST);
        CalloutRequest.User dana = REQUEST.user();

        claims(with(
                REQUEST.tenantId(),
                CACHED,
                REQUEST.listenerId(),
                REQUEST.client(),
                REQUEST.resource(),
                new CalloutRequest.User(
                        dana.id(),
                        dana.userPrincipalName(),
                        "dana@example.com",
                        dana.givenName(),
                        dana.surname(),
                        dana.displayName(),
                        dana.companyName(),
                        dana.preferredLanguage(),
                        dana.created())));

        assertThat(called).hasValue(2);
    }

    @Test
    void keepsNoFailure() {
        result = new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ofSeconds(1), 2);
        claims(REQUEST);
        result = GOLD;

        assertThat(claims(REQUEST)).isEqualTo(GOLD);
        assertThat(called).hasValue(2);
    }

    @Test
    void sendsEachCode() {
        OtpSend code = new OtpSend("dana@example.org", "12345678", "oneTimeCode");

        provider().call(REQUEST, code);
        provider().call(REQUEST, code);

        assertThat(called).hasValue(2);
    }

    @Test
    void tellsWhatWasKnownFromACall() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Metrics.globalRegistry.add(meters);
        try {
            claims(REQUEST);
            claims(REQUEST);

            assertThat(calls.of(REQUEST.tenantId())).singleElement().satisfies(call -> {
                assertThat(call.outcome()).isEqualTo(Outcome.CACHED);
                assertThat(call.extension()).isEqualTo("claims");
                assertThat(call.status()).isNull();
            });
            assertThat(meters.get("xt.callout")
                            .tags("event", "tokenIssuanceStart", "result", "cached")
                            .counter()
                            .count())
                    .isEqualTo(1);
        } finally {
            Metrics.globalRegistry.remove(meters);
            meters.close();
        }
    }

    @Test
    void keepsABoundedNumberOfAnswersAndDropsTheOneThatWasNotUsedForLongest() {
        claims(ofUser("first"));
        IntStream.range(0, AnswerCache.ANSWERS).forEach(i -> claims(ofUser("user" + i)));
        int before = called.get();

        claims(ofUser("user" + (AnswerCache.ANSWERS - 1)));
        assertThat(called).hasValue(before);
        claims(ofUser("first"));

        assertThat(called).hasValue(before + 1);
        assertThat(answers.size()).isEqualTo(AnswerCache.ANSWERS);
    }

    @Test
    void keepsABoundedNumberOfBytes() {
        result = new CalloutResult.Answered<>(Map.of("tier", "x".repeat(3000)));

        IntStream.range(0, 3000).forEach(i -> claims(ofUser("user" + i)));

        assertThat(answers.size()).isBetween(500, (int) (AnswerCache.BYTES / 3000));
    }

    @Test
    void keepsNothingOfThoseWhoDoNotComeBack() {
        claims(ofUser("gone"));
        Time.setOffset(121);

        claims(REQUEST);

        assertThat(answers.size()).isEqualTo(1);
    }

    @Test
    void forgetsATenantThatIsGone() {
        claims(REQUEST);

        answers.forget(REQUEST.tenantId());

        assertThat(answers.size()).isZero();
    }

    private CalloutResult<Map<String, Object>> claims(CalloutRequest request) {
        return provider().call(request, new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private CalloutProvider provider() {
        CalloutProvider engine = Fake.of(CalloutProvider.class)
                .on("call", args -> {
                    called.incrementAndGet();
                    return result;
                })
                .get();
        return new CachedCalloutProvider(engine, answers, calls, new CalloutMetrics());
    }

    private static CalloutRequest.User john(CalloutRequest.User dana) {
        return new CalloutRequest.User(
                "80000000-0000-0000-0000-000000000008",
                "john@example.org",
                "john@example.org",
                "John",
                "Doe",
                "John Doe",
                null,
                null,
                dana.created());
    }

    private static CalloutRequest ofUser(String id) {
        CalloutRequest.User user =
                new CalloutRequest.User(id, id, null, null, null, null, null, Locale.US.toLanguageTag(), null);
        return with(REQUEST.tenantId(), CACHED, REQUEST.listenerId(), REQUEST.client(), REQUEST.resource(), user);
    }

    private static CalloutRequest with(CalloutRequest request, String correlationId, String ip) {
        return new CalloutRequest(
                request.tenantId(),
                request.issuer(),
                request.listenerId(),
                request.extension(),
                correlationId,
                ip,
                request.locale(),
                request.requestType(),
                request.client(),
                request.resource(),
                request.user());
    }

    private static CalloutRequest with(
            String tenantId,
            CustomExtension extension,
            String listenerId,
            CalloutRequest.App client,
            CalloutRequest.App resource,
            CalloutRequest.User user) {
        return new CalloutRequest(
                tenantId,
                REQUEST.issuer(),
                listenerId,
                extension,
                REQUEST.correlationId(),
                REQUEST.ip(),
                REQUEST.locale(),
                REQUEST.requestType(),
                client,
                resource,
                user);
    }
}
