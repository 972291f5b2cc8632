package dev.externaltenants.userflow.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultCounterTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ResultCounter<Result> counter =
            new ResultCounter<>("xt.test", Result.class, "result", ResultCounter::lowerCase, "purpose", "unit_test");

    private enum Result {
        GONE_WELL,
        GONE_WRONG
    }

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void stopListening() {
        Metrics.removeRegistry(registry);
    }

    @Test
    void countsEachResultByItself() {
        counter.count(Result.GONE_WRONG);
        counter.count(Result.GONE_WRONG);

        assertThat(counted("gone_wrong")).isEqualTo(2);
        assertThat(counted("gone_well")).isZero();
    }

    private double counted(String result) {
        return registry.get("xt.test")
                .tags("result", result, "purpose", "unit_test")
                .counter()
                .count();
    }
}
