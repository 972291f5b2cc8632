package dev.externaltenants.tests;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Stream;

import dev.externaltenants.emailotp.PasscodeSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The odds that {@code docs/security/otp.md} states follow from the settings. */
@Tag("any-database")
final class OtpOddsTest {

    private static final int HOURS_OF_A_DAY = 24;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final MathContext PRECISION = new MathContext(40);
    private static final PasscodeSettings SETTINGS = PasscodeSettings.DEFAULTS;

    private static final String PAGE =
            Documents.text(Documents.REPOSITORY.resolve("docs/security/otp.md")).replaceAll("\\s+", " ");

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 10})
    void ofEachLengthAreStated(int digits) {
        int perHour = SETTINGS.wrongTriesPerHour();
        String row = Stream.of(
                        SETTINGS.triesPerCode(),
                        perHour,
                        perHour * HOURS_OF_A_DAY,
                        perHour * HOURS_OF_A_DAY * DAYS_OF_A_YEAR)
                .map(guesses -> odds(digits, guesses))
                .reduce("| " + digits + " |", (all, cell) -> all + " " + cell + " |");

        assertThat(PAGE).contains(row);
    }

    @Test
    void ofSomeAccountAreStated() {
        int ofSource = SETTINGS.mailsPerSource() * SETTINGS.triesPerCode();
        int ofTenant = SETTINGS.mailsPerTenant() * SETTINGS.triesPerCode();

        assertThat(PAGE)
                .contains("a source gets %d an hour, so %d guesses and %s"
                        .formatted(SETTINGS.mailsPerSource(), ofSource, odds(SETTINGS.codeLength(), ofSource)))
                .contains(String.format(
                        Locale.ROOT,
                        "a tenant %,d an hour, so %,d guesses and %s",
                        SETTINGS.mailsPerTenant(),
                        ofTenant,
                        odds(SETTINGS.codeLength(), ofTenant)));
    }

    @Test
    void theDefaultIsTheStatedLength() {
        assertThat(PAGE).contains("A code has %d random digits".formatted(SETTINGS.codeLength()));
    }

    /** Each guess is right by 10⁻ᵈ, so that none of n is right by (1 − 10⁻ᵈ)ⁿ. */
    private static String odds(int digits, int guesses) {
        BigDecimal wrong = BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(digits));
        BigDecimal right = BigDecimal.ONE.subtract(wrong.pow(guesses, PRECISION));
        return String.format(
                Locale.ROOT,
                "1 in %,d",
                BigDecimal.ONE
                        .divide(right, PRECISION)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}
