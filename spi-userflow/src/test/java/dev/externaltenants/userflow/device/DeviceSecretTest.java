package dev.externaltenants.userflow.device;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceSecretTest {

    @Test
    void isKnownByItsHashAlone() {
        DeviceSecret secret = DeviceSecret.next();

        assertThat(secret.hasHash(secret.hash())).isTrue();
        assertThat(secret.hasHash(DeviceSecret.next().hash())).isFalse();
        assertThat(secret.hash()).doesNotContain(secret.random());
    }

    @Test
    void isReadBackFromItsText() {
        DeviceSecret secret = DeviceSecret.next();

        assertThat(DeviceSecret.parse(secret.text())).contains(secret);
    }

    @Test
    void has256RandomBits() {
        assertThat(DeviceSecret.next().random())
                .hasSize(64)
                .isNotEqualTo(DeviceSecret.next().random());
    }

    @Test
    void isNotInWhatALogWouldShow() {
        DeviceSecret secret = DeviceSecret.next();

        assertThat(secret.toString()).doesNotContain(secret.random());
        assertThat(new NewTrustedDevice(secret.id(), secret.text()).toString()).doesNotContain(secret.random());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "true",
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-000000000000.00"
            })
    void isNoneOfOursWhenItLooksOtherwise(String text) {
        assertThat(DeviceSecret.parse(text)).isEmpty();
    }
}
