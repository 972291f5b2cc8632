package dev.externaltenants.customattributes.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

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
                        List.of(Map.of(
                                "name", "givenName",
                                "input", "attr.givenName",
                                "labelHtml", "Vorname",
                                "required", true,
                                "type", "TEXT",
                                "value", "Ada",
                                "options", List.of(),
                                "autocomplete", "given-name",
                                "inputMode", "",
                                "maxLength", 64))));
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

        assertThat(field(colour, Map.of())).containsEntry("options", List.of(Map.of("text", "Red", "value", "r")));
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
                .contains(Map.of("text", "Frankreich", "value", "FR"));
    }

    private Map<String, Object> field(SignUpField field, Map<String, List<String>> typed) {
        Map<String, Object> model = new LinkedHashMap<>();
        List<?> fields = (List<?>)
                page.model("ada@example.com", 0, List.of(field), typed).get("fields");
        ((Map<?, ?>) fields.get(0)).forEach((key, value) -> model.put((String) key, value));
        return model;
    }
}
