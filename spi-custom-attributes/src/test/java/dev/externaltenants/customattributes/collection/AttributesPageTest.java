package dev.externaltenants.customattributes.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.option;
import static dev.externaltenants.customattributes.Flows.required;
import static org.assertj.core.api.Assertions.assertThat;

class AttributesPageTest {

    private final AttributesPage page =
            new AttributesPage(new Labels(Locale.GERMAN, "en", key -> "Vorname"), Locale.GERMAN);

    @Test
    void describesAFieldByThePageContract() {
        SignUpField givenName = new SignUpField(required("givenName", InputType.TEXT), BuiltInAttribute.GIVEN_NAME);

        assertThat(page.model("ada@example.com", 8, List.of(givenName), Map.of("givenName", List.of("Ada"))))
                .isEqualTo(Map.of(
                        "email",
                        "ada@example.com",
                        "minPasswordLength",
                        8,
                        "fields",
                        List.of(merged(
                                Map.of(
                                        "name", "givenName",
                                        "input", "attr.givenName",
                                        "labelHtml", "Vorname",
                                        "helpHtml", "",
                                        "placeholder", "",
                                        "required", true,
                                        "readOnly", false,
                                        "type", "TEXT",
                                        "value", "Ada"),
                                Map.of(
                                        "options",
                                        List.of(),
                                        "autocomplete",
                                        "given-name",
                                        "inputMode",
                                        "",
                                        "maxLength",
                                        64)))));
    }

    @Test
    void keepsATick() {
        SignUpField terms = new SignUpField(required("terms", InputType.CHECKBOX), custom("terms", DataType.BOOLEAN));

        assertThat(field(terms, Map.of("terms", List.of("on")))).containsEntry("value", "true");
        assertThat(field(terms, Map.of())).containsEntry("value", "");
    }

    @Test
    void offersTheFlowsOptions() {
        SignUpField colour = new SignUpField(
                required("colour", InputType.RADIO, option("Red", "r")), custom("colour", DataType.STRING));

        assertThat(field(colour, Map.of()))
                .containsEntry("options", List.of(Map.of("text", "Red", "html", "Red", "value", "r", "chosen", false)));
    }

    @Test
    void bringsADigitKeyboardToNumbers() {
        SignUpField number =
                new SignUpField(required("loyaltyNumber", InputType.NUMERIC), custom("loyaltyNumber", DataType.INT));

        assertThat(field(number, Map.of()))
                .containsEntry("inputMode", "numeric")
                .containsEntry("maxLength", 20);
    }

    @Test
    void namesCountriesInTheCustomersLanguageAndOrder() {
        assertThat(CountryOptions.in(Locale.GERMAN))
                .hasSize(Locale.getISOCountries().length)
                .contains(option("Deutschland", "DE"))
                .startsWith(option("Afghanistan", "AF"))
                .extracting(Option::value)
                .containsSubsequence("AF", "EG", "AX", "AL", "OM", "AT");
    }

    @Test
    void offersCountriesToACountryField() {
        SignUpField country = new SignUpField(required("country", InputType.COUNTRY), BuiltInAttribute.COUNTRY);

        assertThat(field(country, Map.of()).get("options"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("text", "Frankreich", "html", "Frankreich", "value", "FR", "chosen", false));
    }

    @Test
    void showsNoHiddenFieldAndNoReadOnlyOneWithoutAValue() {
        List<SignUpField> fields = List.of(
                new SignUpField(Field.named("tier").hidden().input(), custom("tier", DataType.STRING)),
                new SignUpField(Field.named("level").readOnly().input(), custom("level", DataType.STRING)));

        assertThat(page.model("", 0, fields, Map.of("tier", List.of("gold"))).get("fields"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, DATE, 2026-12-31, 31. Dezember 2026",
        "COUNTRY, STRING, FR, Frankreich",
        "CHECKBOX, BOOLEAN, true, Vorname",
        "NUMERIC, INT, 42, 42"
    })
    void saysInWordsWhatTheCustomerMayOnlyRead(InputType control, DataType type, String value, String words) {
        SignUpField field =
                new SignUpField(Field.named("x").by(control).readOnly().input(), custom("x", type));

        assertThat(field(field, Map.of("x", List.of(value))))
                .containsEntry("readOnly", true)
                .containsEntry("value", words);
    }

    @Test
    void saysWhichClockATimeIsOf() {
        SignUpField moment = new SignUpField(
                Field.named("x").by(InputType.DATE_TIME).readOnly().input(), custom("x", DataType.DATE_TIME));

        assertThat((String) field(moment, Map.of("x", List.of("2026-12-31T18:30:00Z")))
                        .get("value"))
                .startsWith("31. Dezember 2026")
                .endsWith("18:30 UTC");
    }

    @Test
    void choosesSeveralBoxes() {
        SignUpField colours = new SignUpField(
                required("colours", InputType.CHECKBOXES, option("[Red](https://r.example)", "r"), option("Blue", "b")),
                custom("colours", DataType.STRING));

        assertThat(field(colours, Map.of("colours", List.of("b,r"))).get("options"))
                .isEqualTo(List.of(
                        Map.of(
                                "text", "Red",
                                "html", "<a href=\"https://r.example\" target=\"_blank\" rel=\"noopener\">Red</a>",
                                "value", "r",
                                "chosen", true),
                        Map.of("text", "Blue", "html", "Blue", "value", "b", "chosen", true)));
    }

    @Test
    void givesTheBrowsersControlATimeWithoutOffset() {
        SignUpField moment = new SignUpField(required("when", InputType.DATE_TIME), custom("when", DataType.DATE_TIME));

        assertThat(field(moment, Map.of("when", List.of("2026-12-31T18:30:00Z"))))
                .containsEntry("value", "2026-12-31T18:30:00");
        assertThat(field(moment, Map.of("when", List.of("soon")))).containsEntry("value", "soon");
    }

    private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }

    private Map<String, Object> field(SignUpField field, Map<String, List<String>> typed) {
        Map<String, Object> model = new LinkedHashMap<>();
        List<?> fields = (List<?>)
                page.model("ada@example.com", 0, List.of(field), typed).get("fields");
        ((Map<?, ?>) fields.get(0)).forEach((key, value) -> model.put((String) key, value));
        return model;
    }
}
