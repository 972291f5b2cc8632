package dev.externaltenants.userflow.signin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RefusalPaceTest {

    private final AtomicLong clock = new AtomicLong(1);
    private final RefusalPace pace = new RefusalPace(clock::get, clock::addAndGet);

    @Test
    void answersRefusalsOfDifferentWorkAfterTheSameTime() {
        for (int i = 0; i < 200; i++) {
            refusedAfter(i % 2 == 0 ? 78_000 : 80_000);
        }

        assertThat(refusedAfter(80_000)).isCloseTo(refusedAfter(78_000), within(300L));
    }

    @Test
    void holdsNothingBackForLongOnceRefusalsAreSteady() {
        for (int i = 0; i < 200; i++) {
            refusedAfter(80_000);
        }

        assertThat(refusedAfter(80_000)).isLessThan(81_000);
    }

    @Test
    void adaptsToASlowerServer() {
        for (int i = 0; i < 200; i++) {
            refusedAfter(20_000);
        }
        for (int i = 0; i < 200; i++) {
            refusedAfter(i % 2 == 0 ? 200_000 : 202_000);
        }

        assertThat(refusedAfter(200_000)).isGreaterThan(202_000);
    }

    @Test
    void neverWaitsLongerThanATenthOfASecond() {
        refusedAfter(2_000_000);

        assertThat(refusedAfter(50_000)).isEqualTo(150_000);
    }

    /** Returns after how many microseconds the answer to work of so many leaves. */
    private long refusedAfter(long microseconds) {
        long begun = clock.get();
        clock.addAndGet(TimeUnit.MICROSECONDS.toNanos(microseconds));
        pace.hold(begun);
        return TimeUnit.NANOSECONDS.toMicros(clock.get() - begun);
    }
}
