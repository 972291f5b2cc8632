package dev.externaltenants.themes.branding;

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;

final class MissBudgetTest {

    private final MissBudget budget = new MissBudget();

    @AfterEach
    void now() {
        Time.setOffset(0);
    }

    @Test
    void endsWithTheTenthMissOfASecondAndIsThereAgainInTheNext() {
        IntStream.range(0, MissBudget.IN_A_SECOND).forEach(i -> {
            assertThat(budget.isSpent("realm", false)).isFalse();
            budget.spend("realm", false);
        });

        assertThat(budget.isSpent("realm", false)).isTrue();
        Time.setOffset(1);
        assertThat(budget.isSpent("realm", false)).isFalse();
    }

    @Test
    void isOfOneTenantAndApartForWhatItsBrandsName() {
        IntStream.range(0, MissBudget.IN_A_SECOND).forEach(i -> budget.spend("realm", false));

        assertThat(budget.isSpent("realm", false)).isTrue();
        assertThat(budget.isSpent("realm", true)).isFalse();
        assertThat(budget.isSpent("other", false)).isFalse();
    }
}
