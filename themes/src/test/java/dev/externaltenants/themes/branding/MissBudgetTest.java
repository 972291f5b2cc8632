package dev.externaltenants.themes.branding;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;

final class MissBudgetTest {

    private final MissBudget budget = new MissBudget();
    private final AtomicInteger lists = new AtomicInteger();

    @AfterEach
    void now() {
        Time.setOffset(0);
    }

    @Test
    void lastsForTenMissesInASecondAndIsThereAgainInTheNext() {
        IntStream.range(0, MissBudget.IN_A_SECOND).forEach(i -> {
            assertThat(isAllowed("realm", "made-up")).isTrue();
            budget.spend("realm");
        });

        assertThat(isAllowed("realm", "made-up")).isFalse();
        assertThat(isAllowed("other", "made-up")).isTrue();
        Time.setOffset(1);
        assertThat(isAllowed("realm", "made-up")).isTrue();
    }

    @Test
    void whatIsThereIsAskedForWhoeverSpentItAndTheListIsReadOnceInASecond() {
        IntStream.range(0, MissBudget.IN_A_SECOND).forEach(i -> budget.spend("realm"));

        IntStream.range(0, 50)
                .forEach(i -> assertThat(isAllowed("realm", "stored")).isTrue());

        // It may have become another second meanwhile.
        assertThat(lists.get()).isBetween(1, 2);
    }

    private boolean isAllowed(String realmId, String hash) {
        return budget.allows(realmId, hash, () -> {
            lists.incrementAndGet();
            return Set.of("stored");
        });
    }
}
