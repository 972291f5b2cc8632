package dev.externaltenants.customattributes.collection;

import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.LocalText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {

    /** Of a tenant that words no label. */
    private final Labels austrian = new Labels(
            Locale.forLanguageTag("de-AT"), "fr", key -> key.startsWith("xtAttribute.") ? key : "text of " + key);

    @Test
    void speaksTheCustomersLanguage() {
        assertThat(austrian.of(labelled(Map.of("de-AT", "Jänner", "de", "Januar", "en", "January"))))
                .isEqualTo("Jänner");
    }

    @Test
    void takesTheLanguageWithoutItsRegionNext() {
        assertThat(austrian.of(labelled(Map.of("de", "Januar", "fr", "janvier", "en", "January"))))
                .isEqualTo("Januar");
    }

    @Test
    void takesTheTenantsLanguageNext() {
        assertThat(austrian.of(labelled(Map.of("fr", "janvier", "en", "January"))))
                .isEqualTo("janvier");
    }

    @Test
    void takesEnglishNext() {
        assertThat(austrian.of(labelled(Map.of("en", "January", "it", "gennaio"))))
                .isEqualTo("January");
    }

    @Test
    void takesAnyLanguageBeforeNone() {
        assertThat(austrian.of(labelled(Map.of("pl", "styczeń", "it", "gennaio"))))
                .isEqualTo("gennaio");
    }

    @Test
    void takesTheThemesTextOfTheDisplayNameWhenNoLabelIsGiven() {
        assertThat(austrian.of(labelled(Map.of()))).isEqualTo("text of firstName");
    }

    @Test
    void takesTheOperatorsTextBeforeTheDisplayNameButAfterALabel() {
        Labels worded = new Labels(Locale.GERMAN, null, Map.of("xtAttribute.givenName", "Rufname")::get);

        assertThat(worded.of(labelled(Map.of()))).isEqualTo("Rufname");
        assertThat(worded.of(labelled(Map.of("de", "Vorname")))).isEqualTo("Vorname");
    }

    @Test
    void readsTagsInEitherSpelling() {
        assertThat(austrian.of(labelled(Map.of("de_at", "Jänner")))).isEqualTo("Jänner");
    }

    @Test
    void needsNoDefaultLanguage() {
        Labels labels = new Labels(Locale.ENGLISH, null, key -> key);

        assertThat(labels.of(labelled(Map.of("de", "Januar")))).isEqualTo("Januar");
    }

    private static SignUpField labelled(Map<String, String> label) {
        return new SignUpField(
                Field.named("givenName").label(LocalText.of(label)).input(), BuiltInAttribute.GIVEN_NAME);
    }
}
