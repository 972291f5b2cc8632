package dev.externaltenants.emailotp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                " 1234 5678\t",
                "1234-5678",
                "1234\u20135678",
                "12.34.56.78",
                "1234\u00a05678\u200b",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18"
            })
    void readsDigitsHoweverTheyAreTyped(String typed) {
        assertThat(TypedCode.normalise(typed)).isEqualTo("12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "123456789", "1234567a", "12345678a", ""})
    void makesNoCodeOfWhatIsNone(String typed) {
        assertThat(TypedCode.normalise(typed)).isNotEqualTo("12345678");
    }
}
