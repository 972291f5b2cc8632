package dev.externaltenants.bench.realm;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTest {

    @Test
    void hasSixDigitsThatHoldForHalfAMinute() {
        assertThat(Totp.at(Instant.ofEpochSecond(60)))
                .matches("\\d{6}")
                .isEqualTo(Totp.at(Instant.ofEpochSecond(89)))
                .isNotEqualTo(Totp.at(Instant.ofEpochSecond(90)));
    }
}
