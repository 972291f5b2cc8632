package dev.externaltenants.claimsextension.callout;

import java.util.Map;
import java.util.Optional;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.circuit.Circuit;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What fails before there is a call is seen by operators like a call that failed. */
class CalloutsTest {

    private static final CustomExtension EXTENSION = Extensions.calling("https://api.example.org", 1000, 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecentCalls calls = new RecentCalls();

    @BeforeEach
    void count() {
        Metrics.globalRegistry.add(meters);
    }

    @AfterEach
    void close() {
        Metrics.globalRegistry.remove(meters);
        meters.close();
    }

    @Test
    void anExtensionThatIsGoneIsInTheLogAndTheMetrics() {
        CalloutResult<Map<String, Object>> result = call(Optional.empty(), Requests.to(EXTENSION));

        assertFailed(result, CalloutError.NOT_FOUND, 1003011);
        assertThat(calls.of("tenant")).singleElement().satisfies(call -> {
            assertThat(call.extension()).isEqualTo("ext");
            assertThat(call.extensionId()).isEqualTo("ext");
            assertThat(call.listenerId()).isEqualTo("flow");
            assertThat(call.appId()).isEqualTo("shop");
            assertThat(call.tries()).isZero();
            assertThat(call.status()).isNull();
        });
    }

    @Test
    void whatToSayThatCannotBeGatheredIsAFailureOfTheCallAndIsInTheLogAndTheMetrics() {
        CalloutResult<Map<String, Object>> result = call(Optional.of(EXTENSION), null);

        assertFailed(result, CalloutError.HANDLER_UNEXPECTED, 1003000);
    }

    @Test
    void aRealmWithoutAKeyToSignWithIsInTheLogAndTheMetrics() {
        CalloutResult<Map<String, Object>> result = call(Optional.of(EXTENSION), Requests.of("tenant", EXTENSION));

        assertFailed(result, CalloutError.HANDLER_UNEXPECTED, 1003000);
    }

    private void assertFailed(CalloutResult<?> result, CalloutError error, int number) {
        assertThat(result).isInstanceOfSatisfying(CalloutResult.Failed.class, failed -> assertThat(failed.error())
                .isEqualTo(error));
        assertThat(calls.of("tenant")).extracting(LoggedCall::code).containsExactly(number);
        assertThat(meters.get("xt.callout")
                        .tags("event", "tokenIssuanceStart", "result", Integer.toString(number))
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** @param told what the API is told, or null where it cannot be gathered */
    private CalloutResult<Map<String, Object>> call(Optional<CustomExtension> extension, CalloutRequest told) {
        EventHandler handler = new EventHandler("flow", "ext", extension, Optional.empty(), TokenAudience.both());
        return new Callouts(session())
                .call(handler, new Told(told), new TokenIssuanceStart(Map.of(), answered -> true));
    }

    private record Told(CalloutRequest request) implements Callouts.Subject {

        @Override
        public CalloutRequest toldTo(String listenerId, CustomExtension extension) {
            if (request == null) {
                throw new IllegalStateException("the user store is down");
            }
            return request;
        }

        @Override
        public String tenantId() {
            return "tenant";
        }

        @Override
        public String appId() {
            return "shop";
        }
    }

    private KeycloakSession session() {
        CallerProof withoutKey = (request, body, deadline) -> {
            throw new IllegalStateException("no active key");
        };
        HttpCalloutProvider engine =
                new HttpCalloutProvider(new HttpExchange(null, null), new Circuit(), withoutKey, new CalloutMetrics());
        CalloutProvider logged = new LoggedCalloutProvider(engine, calls);
        return Fake.of(KeycloakSession.class).on("getProvider", args -> logged).get();
    }
}
