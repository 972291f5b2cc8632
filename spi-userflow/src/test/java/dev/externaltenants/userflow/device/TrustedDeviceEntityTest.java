package dev.externaltenants.userflow.device;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedDeviceEntityTest {

    private static final long NOON = 1_795_435_200_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String STATE = "state of the account";

    private final DeviceSecret secret = DeviceSecret.next();
    private final TrustedDeviceEntity row =
            new TrustedDeviceEntity(secret, "contoso", "anna", STATE, "Firefox 140, Linux", NOON, NOON + 30 * DAY);

    @Test
    void isTrustedUntilItsTimeIsOver() {
        assertThat(row.isTrusted(STATE, 0, NOON + 30 * DAY - 1)).isTrue();
        assertThat(row.isTrusted(STATE, 0, NOON + 30 * DAY)).isFalse();
    }

    @Test
    void isTrustedOnlyWhileTheAccountIsAsItWas() {
        assertThat(row.isTrusted("another state", 0, NOON)).isFalse();
    }

    @Test
    void isNotTrustedOnceAllSessionsOfTheRealmWereEnded() {
        assertThat(row.isTrusted(STATE, (int) (NOON / 1000), NOON)).isTrue();
        assertThat(row.isTrusted(STATE, (int) (NOON / 1000) + 1, NOON)).isFalse();
    }

    @Test
    void isOfOneCustomerOfOneRealm() {
        assertThat(row.isOf("contoso", "anna")).isTrue();
        assertThat(row.isOf("fabrikam", "anna")).isFalse();
        assertThat(row.isOf("contoso", "ben")).isFalse();
    }

    @Test
    void isAsOldAsTheProofOnIt() {
        assertThat(row.isYoungerThan(DAY, NOON + DAY - 1)).isTrue();
        assertThat(row.isYoungerThan(DAY, NOON + DAY)).isFalse();
        assertThat(row.isYoungerThan(0, NOON)).isFalse();
    }

    @Test
    void isKnownByItsSecretOnly() {
        assertThat(row.isKnownBy(secret)).isTrue();
        assertThat(row.isKnownBy(
                        new DeviceSecret(secret.id(), DeviceSecret.next().random())))
                .isFalse();
    }
}
