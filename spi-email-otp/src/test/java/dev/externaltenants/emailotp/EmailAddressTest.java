package dev.externaltenants.emailotp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@b\u00fccher.example",
                " Anna@B\u00dcCHER.Example ",
                "anna@bu\u0308cher.example",
                "anna@xn--bcher-kva.example",
                "anna@XN--BCHER-KVA.EXAMPLE",
                "\uff21\uff4e\uff4e\uff41\uff20b\u00fccher\uff0eexample",
                "anna@b\u00fccher\u3002example"
            })
    void hasOneSpelling(String typed) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress("anna@b\u00fccher.example"));
    }

    @Test
    void hasOneSpellingWhereOnlyTheSmallLetterIsOneCharacter() {
        assertThat(EmailAddress.parse("J\u030can@example.com")).isEqualTo(EmailAddress.parse("\u01f0an@example.com"));
    }

    @Test
    void isTheAddressThatTheMailGoesTo() {
        // Keycloak's sender turns the domain into this one; who reads there has not proven the other.
        assertThat(EmailAddress.parse("anna@stra\u00dfe.example")).contains(new EmailAddress("anna@strasse.example"));
    }

    @Test
    void leavesDotsAndTagsToTheirProviders() {
        assertThat(EmailAddress.parse("a.n.na+shop@example.com")).contains(new EmailAddress("a.n.na+shop@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "",
                "anna@",
                "anna@example.com\n",
                "anna@example.com\r\nBcc: ben@example.com",
                "an\tna@example.com",
                "an\u0000na@example.com",
                "an\u0085na@example.com",
                "an\u2028na@example.com",
                "an\u200bna@example.com",
                "\u202emoc.elpmaxe@anna",
                "\"anna\"@example.com",
                "anna@exam\ud800ple.com"
            })
    void refusesWhatIsNoAddressOrHidesAnother(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesNothingAtAllAndTooMuch() {
        assertThat(EmailAddress.parse(null)).isEmpty();
        assertThat(EmailAddress.parse("anna@" + "example.".repeat(40) + "com")).isEmpty();
    }
}
