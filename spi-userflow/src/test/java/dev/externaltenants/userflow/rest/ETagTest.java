package dev.externaltenants.userflow.rest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ETagTest {

    @Test
    void ifMatchIsReadAsHttpSays() {
        assertThat(ETag.matches("\"a\"", "\"a\"")).isTrue();
        assertThat(ETag.matches("W/\"a\"", "\"a\"")).isTrue();
        assertThat(ETag.matches("\"b\", \"a\"", "\"a\"")).isTrue();
        assertThat(ETag.matches("*", "\"a\"")).isTrue();
        assertThat(ETag.matches("\"b\"", "\"a\"")).isFalse();
        assertThat(ETag.matches("a", "\"a\"")).isFalse();
        assertThat(ETag.matches("", "\"a\"")).isFalse();
    }

    @Test
    void ofWhatCountsItsVersionsIsTheNumber() {
        assertThat(ETag.ofVersion(7)).isEqualTo("\"7\"");
    }

    @Test
    void ofWhatIsCalledByANameItTellsTheIdAndTheNumber() {
        assertThat(ETag.ofVersion("4e0c", 7))
                .matches("\"[0-9a-f]+\"")
                .isEqualTo(ETag.ofVersion("4e0c", 7))
                .isNotEqualTo(ETag.ofVersion("4e0c", 8))
                .isNotEqualTo(ETag.ofVersion("4e0d", 7));
    }
}
