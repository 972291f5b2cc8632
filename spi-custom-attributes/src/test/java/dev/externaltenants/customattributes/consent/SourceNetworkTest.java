package dev.externaltenants.customattributes.consent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "2001:db8:12:3456:7890::1, 2001:db8:12::/48",
        "2001:db8::1, 2001:db8:0::/48",
        "::1, 0:0:0::/48",
        "fe80::1%eth0, fe80:0:0::/48",
        "::ffff:192.0.2.77, 192.0.2.0/24"
    })
    void keepsTheNetworkOfAnAddress(String address, String network) {
        assertThat(SourceNetwork.of(address)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "1.2.3", "1.2.3.4.", "1.2.3.256", "::12345", "1.2.3.4, 5.6.7.8", ":"})
    void takesNothingElseForAnAddress(String text) {
        assertThat(SourceNetwork.of(text)).isEmpty();
    }

    @Test
    void knowsThatThereMayBeNone() {
        assertThat(SourceNetwork.of(null)).isEmpty();
    }
}
