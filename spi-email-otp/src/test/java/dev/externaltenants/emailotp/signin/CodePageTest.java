package dev.externaltenants.emailotp.signin;

import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.PasscodeState;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodePageTest {

    private static final PasscodeScope SCOPE =
            new PasscodeScope("contoso", Purpose.MFA, "id", "customer@contoso.com", "shop", "root", "tab", "step");

    @Test
    void tellsAllThatThePageNeeds() {
        PasscodeState state = new PasscodeState(true, 8, 1_600, 1_030, Delivery.SENT);

        assertThat(CodePage.model(SCOPE, state, 1_000))
                .containsEntry("purpose", "MFA")
                .containsEntry("maskedEmail", "c***r@co**o.com")
                .containsEntry("live", true)
                .containsEntry("deliveryFailed", false)
                .containsEntry("codeLength", 8)
                .containsEntry("minutesValid", 10)
                .containsEntry("resendInSeconds", 30);
    }

    @ParameterizedTest
    @CsvSource({"600,10", "598,10", "590,9", "120,2", "119,2", "110,1", "60,1", "57,1", "56,0", "1,0"})
    void tellsWholeMinutesAndNotOneMoreThanAreLeft(int secondsLeft, int minutes) {
        PasscodeState state = new PasscodeState(true, 8, 1_000 + secondsLeft, 900, Delivery.SENT);

        assertThat(CodePage.model(SCOPE, state, 1_000))
                .containsEntry("minutesValid", minutes)
                .containsEntry("secondsValid", secondsLeft);
    }

    @Test
    void countsAPassedWaitAsNone() {
        PasscodeState state = new PasscodeState(true, 8, 1_010, 900, Delivery.FAILED);

        assertThat(CodePage.model(SCOPE, state, 1_000))
                .containsEntry("minutesValid", 0)
                .containsEntry("resendInSeconds", 0)
                .containsEntry("deliveryFailed", true);
    }

    @Test
    void offersAnotherCodeInsteadOfAFieldForOneThatNeverLeft() {
        PasscodeState state = new PasscodeState(true, 8, 1_600, 0, Delivery.FAILED);

        assertThat(CodePage.model(SCOPE, state, 1_000)).containsEntry("live", false);
    }
}
