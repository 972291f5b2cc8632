package dev.externaltenants.tenant.password;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BannedPasswordsTest {

    private final BannedPasswords common = new BannedPasswords(BannedPasswordsPolicyProviderFactory.builtIn());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1",
                "P@ssw0rd",
                "P@$$w0rd!",
                "Passwort1!",
                "Passwor1",
                "Welcome1!",
                "Qwerty123!",
                "Qwertz12!",
                "Admin123!",
                "Sommer1!a",
                "Hallo123Hallo123",
                "1qaz2wsx",
                "Iloveyou1",
            })
    void bansWhatAttackersTryFirst(String password) {
        assertThat(common.bans(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct-horse-Battery-9",
                "Tr4ctor bench 81",
                "k9#Vx2!qLm",
                "Password and four more words",
                "xV7-moon-Gate",
            })
    void leavesOthersAlone(String password) {
        assertThat(common.bans(password)).isFalse();
    }

    @Test
    void aWordOfTheTenantCountsOnePointHoweverItIsWritten() {
        BannedPasswords own = new BannedPasswords(List.of("Contoso"));

        assertThat(own.bans("C0nt0$0123")).isTrue();
        assertThat(own.bans("Contosoo")).isTrue();
        assertThat(own.bans("Contoso-2931-Ab")).isFalse();
    }

    @Test
    void anEmptyListBansNoPasswordOfAllowedLength() {
        assertThat(new BannedPasswords(List.of()).bans("password")).isFalse();
    }

    @Test
    void theListOfOursHasNoWordTwiceAndNoneThatIsTooShort() {
        List<String> words = BannedPasswordsPolicyProviderFactory.builtIn();

        assertThat(words).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(words).allSatisfy(word -> assertThat(word).hasSizeGreaterThan(3));
    }

    @Test
    void aLongPasswordIsJudgedQuickly() {
        assertThat(common.bans("passwor".repeat(36))).isFalse();
    }
}
