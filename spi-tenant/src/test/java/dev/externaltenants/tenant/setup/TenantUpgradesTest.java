package dev.externaltenants.tenant.setup;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class TenantUpgradesTest {

    private final List<String> tried = new ArrayList<>();

    @Test
    void upgradesEachTenantByItself() {
        new TenantUpgrades(() -> List.of("a", "b"), tried::add).run();

        assertThat(tried).containsExactly("a", "b");
    }

    @Test
    void oneThatFailsKeepsNoOtherFromIt() {
        new TenantUpgrades(() -> List.of("a", "b", "c"), this::failingForB).run();

        assertThat(tried).containsExactly("a", "b", "c");
    }

    @Test
    void aDatabaseThatCannotBeReadDoesNotStopTheServer() {
        TenantUpgrades upgrades = new TenantUpgrades(
                () -> {
                    throw new IllegalStateException("no database");
                },
                tried::add);

        assertThatNoException().isThrownBy(upgrades::run);
    }

    private void failingForB(String realmId) {
        tried.add(realmId);
        if (realmId.equals("b")) {
            throw new IllegalStateException("no such thing");
        }
    }
}
