package dev.externaltenants.samples.claims;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What somebody types who runs the API by itself. */
final class MainTest {

    @Test
    void noOptionIsGivenTwice() {
        String[] args = {"--old-user", "robin=One", "--old-user", "dana=Two"};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.options(args))
                .withMessage("Given twice: --old-user");
    }

    @ParameterizedTest
    @CsvSource({
        "--old-user, robin, '--old-user is NAME=WORD, with both of them.'",
        "--old-user, =Old-Horse-4, '--old-user is NAME=WORD, with both of them.'",
        "--old-user, robin=, '--old-user is NAME=WORD, with both of them.'",
        "--port, many, '--port is a number from 0 to 65535, and not many.'",
        "--port, 70000, '--port is a number from 0 to 65535, and not 70000.'"
    })
    void aValueOfAnotherFormIsRefused(String option, String value, String message) {
        Map<String, String> options = new HashMap<>(Map.of("--issuer", "https://id.shop.example/realms/contoso"));
        options.put(option, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.start(options).close())
                .withMessage(message);
    }
}
