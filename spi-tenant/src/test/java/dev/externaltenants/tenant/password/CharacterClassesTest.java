package dev.externaltenants.tenant.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PasswordPolicyConfigException;
import org.keycloak.policy.PolicyError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CharacterClassesTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcDEF12", "abc DEF-", "abc-1234", "ABC 1234", "aB1~"})
    void threeOfFourClassesAreEnough(String password) {
        assertThat(CharacterClassesPolicyProvider.check(password, 3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefgh", "abcdEFGH", "abcd1234", "12345678", "abcd efgh", "1234-678"})
    void twoAreNot(String password) {
        PolicyError refused = CharacterClassesPolicyProvider.check(password, 3);

        assertThat(refused.getMessage()).isEqualTo("xtPasswordCharacterClasses");
        assertThat(refused.getParameters()).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcDEF12ä", "abcDEF12\u00a0", "abcDEF12\n", "abcDEF12€", "аbcDEF12"})
    void charactersBeyondAsciiAreRefused(String password) {
        assertThat(CharacterClassesPolicyProvider.check(password, 3).getMessage())
                .isEqualTo("xtPasswordOtherCharacters");
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void anOperatorMayAskForOneToFour(String value) {
        assertThat(policy().parseConfig(value)).isEqualTo(Integer.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "three"})
    void otherNumbersAreRefused(String value) {
        assertThatThrownBy(() -> policy().parseConfig(value)).isInstanceOf(PasswordPolicyConfigException.class);
    }

    @Test
    void withoutANumberItIsThree() {
        assertThat(policy().parseConfig(null)).isEqualTo(3);
    }

    private static CharacterClassesPolicyProvider policy() {
        return new CharacterClassesPolicyProvider(null);
    }
}
