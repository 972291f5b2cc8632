package dev.externaltenants.emailotp;

import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

import static org.assertj.core.api.Assertions.assertThat;

class TakingTest {

    @Test
    void doesNotTrustAWriteThatADyingNodeMadeInfinispanRepeat() {
        SingleUseObjectProvider afterANodesDeath = Fake.of(SingleUseObjectProvider.class)
                .returning("contains", true)
                .returning("putIfAbsent", true)
                .make();

        assertThat(Taking.take(afterANodesDeath, "key", 30)).isFalse();
    }

    @Test
    void takesWhatIsFree() {
        SingleUseObjectProvider store = Fake.of(SingleUseObjectProvider.class)
                .returning("contains", false)
                .returning("putIfAbsent", true)
                .make();

        assertThat(Taking.take(store, "key", 30)).isTrue();
    }
}
