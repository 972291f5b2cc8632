package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.LocalText;
import org.junit.jupiter.api.Test;
import org.keycloak.models.utils.FormMessage;

import static org.assertj.core.api.Assertions.assertThat;

class FieldMessagesTest {

    private final FieldMessages messages = new FieldMessages(
            new Labels(Locale.GERMAN, "en", key -> key),
            List.of(
                    new SignUpField(Field.named("city").input(), BuiltInAttribute.CITY),
                    new SignUpField(Field.named("state").hidden().input(), BuiltInAttribute.STATE)));

    @Test
    void tellAnErrorAtItsField() {
        FormMessage message = message(error("city", null));

        assertThat(message.getField()).isEqualTo("attr.city");
        assertThat(message.getMessage()).isEqualTo("xtAttributeInvalid");
        assertThat(messages.plain(List.of(error("city", null)))).isEmpty();
    }

    @Test
    void tellAnErrorOfAHiddenFieldOfThePageAsAWhole() {
        assertThat(message(error("state", null)).getField()).isEqualTo(FormMessage.GLOBAL);
        assertThat(message(error(null, null)).getField()).isEqualTo(FormMessage.GLOBAL);
    }

    @Test
    void sayWhatAnOperatorWroteInTheCustomersLanguage() {
        FieldError error = error("city", LocalText.of(Map.of("en", "No <b>town</b>", "de", "Kein <b>Ort</b>")));

        assertThat(message(error).getParameters()).containsExactly("Kein <b>Ort</b>");
        assertThat(messages.plain(List.of(error))).isEqualTo(Map.of("attr.city", "Kein <b>Ort</b>"));
    }

    @Test
    void tellWhatIsWrongWithThePassword() {
        assertThat(message(error(FieldError.PASSWORD_CONFIRMATION, null)).getField())
                .isEqualTo("password-confirm");
    }

    private FormMessage message(FieldError error) {
        return messages.of(List.of(error)).get(0);
    }

    private static FieldError error(String field, LocalText text) {
        return new FieldError(field, "xt_value_invalid", "xtAttributeInvalid", List.of(), text);
    }
}
