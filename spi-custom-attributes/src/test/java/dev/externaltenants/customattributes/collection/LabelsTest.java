package dev.externaltenants.customattributes.collection;

import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
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
        assertThat(austrian.of(builtIn(Map.of()))).isEqualTo("text of firstName");
        assertThat(austrian.of(labelled(Map.of()))).isEqualTo("Month");
    }

    @Test
    void takesTheOperatorsTextBeforeTheDisplayNameButAfterALabel() {
        Labels worded = new Labels(Locale.GERMAN, null, key -> Map.of("xtAttribute.givenName", "Rufname")
                .getOrDefault(key, key));

        assertThat(worded.of(builtIn(Map.of()))).isEqualTo("Rufname");
        assertThat(worded.of(builtIn(Map.of("de", "Vorname")))).isEqualTo("Vorname");
    }

    @Test
    void takesATextInTheCustomersLanguageBeforeALabelInAnother() {
        assertThat(austrian.of(builtIn(Map.of("fr", "prénom", "en", "Given name"))))
                .isEqualTo("text of firstName");
        assertThat(austrian.of(builtIn(Map.of("de", "Rufname", "en", "Given name"))))
                .isEqualTo("Rufname");
    }

    /** What is recorded of a consent is the flow's text. */
    @Test
    void takesNoOtherTextForAConsent() {
        Labels worded = new Labels(Locale.GERMAN, null, key -> "worded " + key);
        SignUpField consent = new SignUpField(
                Field.named("terms")
                        .label(LocalText.of(Map.of("en", "I agree")))
                        .consentTo("Terms", "1")
                        .input(),
                new CustomAttribute("terms", null, null, DataType.BOOLEAN));

        assertThat(worded.of(consent)).isEqualTo("I agree");
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

    private static SignUpField builtIn(Map<String, String> label) {
        return new SignUpField(
                Field.named("givenName").label(LocalText.of(label)).input(), BuiltInAttribute.GIVEN_NAME);
    }

    private static SignUpField labelled(Map<String, String> label) {
        return new SignUpField(
                Field.named("month").label(LocalText.of(label)).input(),
                new CustomAttribute("month", "Month", null, DataType.STRING));
    }
}
