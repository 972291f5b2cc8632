package dev.externaltenants.emailotp;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTest {

    private static final int THREADS = 64;

    @RegisterExtension
    final TimeTravel time = new TimeTravel();

    private final FakeCluster cluster = new FakeCluster();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 25, 32})
    void givesASmallBudgetExactlyToManyAtOnce(int size) throws Exception {
        assertThat(takenByAll(size)).isEqualTo(size);
    }

    @Test
    void neverGivesMoreThanALargeBudget() throws Exception {
        assertThat(takenByAll(40)).isLessThanOrEqualTo(40).isGreaterThan(30);
    }

    @Test
    void givesAgainWhatWasGivenBack() {
        Budget budget = budget(1);
        int slot = budget.take().orElseThrow();
        assertThat(budget.take()).isEmpty();

        budget.giveBack(slot);

        assertThat(budget.take()).isPresent();
    }

    @Test
    void givesAgainWhenTheWindowHasPassed() {
        Budget budget = budget(1);
        budget.take();

        time.forward(3_600);

        assertThat(budget.take()).isPresent();
    }

    private long takenByAll(int size) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            cluster.gather(THREADS, "budget");
            List<Future<OptionalInt>> takings = pool.invokeAll(
                    Collections.nCopies(THREADS, () -> budget(size).take()));
            long taken = 0;
            for (Future<OptionalInt> future : takings) {
                taken += future.get().isPresent() ? 1 : 0;
            }
            return taken;
        } finally {
            pool.shutdown();
        }
    }

    private Budget budget(int size) {
        return new Budget(cluster.begin(), new SecureRandom(), "budget", size, 3_600);
    }
}
