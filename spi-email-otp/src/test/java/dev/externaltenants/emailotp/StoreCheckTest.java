package dev.externaltenants.emailotp;

import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class StoreCheckTest {

    @Test
    void findsTheStoreWhoseCountsJoinTheTransactionWeak() {
        assertThat(StoreCheck.isWeak(keycloakStoringIn("jpa"))).isTrue();
    }

    @Test
    void trustsAStoreThatCountsAtOnce() {
        assertThat(StoreCheck.isWeak(keycloakStoringIn("infinispan"))).isFalse();
        assertThat(StoreCheck.isWeak(keycloakStoringIn("remote"))).isFalse();
    }

    private static KeycloakSessionFactory keycloakStoringIn(String store) {
        return Fake.of(KeycloakSessionFactory.class)
                .returning(
                        "getProviderFactory",
                        Fake.of(SingleUseObjectProviderFactory.class)
                                .returning("getId", store)
                                .make())
                .make();
    }
}
