package dev.externaltenants.userflow.input;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\n", "\t", "\u007f", "\u0085", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069",
                "\ud800", "\udc00"
            })
    void whatControlsOthersOrIsHalfACharacterIsForbidden(String character) {
        assertThat(Characters.areForbidden("a" + character + "b")).isTrue();
    }

    /** Marks of direction among them, as Arabic and Hebrew texts have them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "\u00a0",
                "\u200e",
                "\u200f",
                "\u061c",
                "\u200b",
                "\u200d",
                "\ud83d\ude00",
                "\u0939\u093f"
            })
    void whatStandsInHonestTextsIsNot(String text) {
        assertThat(Characters.areForbidden("a" + text + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u2003\u200f"})
    void spacesThatNobodySeesSayNothing(String text) {
        assertThat(Characters.sayNothing(text)).isTrue();
        assertThat(Characters.sayNothing(text + "a")).isFalse();
    }
}
