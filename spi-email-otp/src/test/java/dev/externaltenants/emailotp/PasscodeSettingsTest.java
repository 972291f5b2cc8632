package dev.externaltenants.emailotp;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasscodeSettingsTest {

    @Test
    void refusesASettingThatWouldOpenAHoleAndSaysWhich() {
        assertThatThrownBy(() -> new PasscodeSettings(4, 600, 5, 25, 30, 5, 10, 100, 5_000, 8, 1_000, false, false))
                .hasMessage("One-time passcodes: setting code-length is 4, it must be 6 to 10");
        assertThatThrownBy(() -> new PasscodeSettings(8, 600, 50, 25, 30, 5, 10, 100, 5_000, 8, 1_000, false, false))
                .hasMessageContaining("tries-per-code");
    }

    @Test
    void refusesMoreMailsToAnAccountThanItsOwnerCouldWant() {
        assertThatThrownBy(() -> new PasscodeSettings(8, 600, 5, 25, 30, 5, 101, 100, 5_000, 8, 1_000, false, false))
                .hasMessage("One-time passcodes: setting mails-per-account is 101, it must be 1 to 100");
    }

    @Test
    void refusesAThreadThatTenantsCouldNotShare() {
        assertThatThrownBy(() -> new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 5_000, 1, 1_000, false, false))
                .hasMessage("One-time passcodes: setting mail-threads is 1, it must be 2 to 64");
    }
}
