package dev.externaltenants.tenant.admin;

import java.time.Duration;

import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RoomTest {

    private final Room room = new Room(1, Duration.ofMillis(10));

    @Test
    void tellsWhoFindsNoPlaceToComeAgain() {
        room.inside(() -> assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> room.inside(() -> "never"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("xt_busy");
                    assertThat(refused.kind()).isEqualTo(TenantException.Kind.BUSY);
                }));
    }

    @Test
    void givesThePlaceToTheNext() {
        room.inside(() -> "first");

        assertThat(room.<String>inside(() -> "second")).isEqualTo("second");
    }

    @Test
    void freesThePlaceOfWorkThatFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.inside(() -> {
                    throw new IllegalArgumentException();
                }));

        assertThat(room.<String>inside(() -> "next")).isEqualTo("next");
    }
}
