package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.externaltenants.customattributes.Flows.asking;
import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.option;
import static dev.externaltenants.customattributes.Flows.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttributesFlowCheckTest {

    private final AttributesFlowCheck check = new AttributesFlowCheck(realm -> Stream.concat(
            Arrays.stream(BuiltInAttribute.values()),
            Stream.of(
                    custom("hobby", DataType.STRING),
                    custom("loyaltyNumber", DataType.INT),
                    custom("terms", DataType.BOOLEAN),
                    custom("toBeMigrated", DataType.BOOLEAN),
                    custom("birthday", DataType.DATE),
                    custom("appointment", DataType.DATE_TIME),
                    custom("languages", DataType.STRING_COLLECTION))));

    @ParameterizedTest
    @CsvSource({
        "hobby, TEXT",
        "hobby, CHECKBOXES",
        "languages, CHECKBOXES",
        "birthday, DATE",
        "appointment, DATE_TIME",
        "hobby, RADIO",
        "hobby, SELECT",
        "hobby, COUNTRY",
        "country, COUNTRY",
        "country, TEXT",
        "givenName, TEXT",
        "loyaltyNumber, NUMERIC",
        "terms, CHECKBOX"
    })
    void acceptsAControlThatSuitsTheType(String attribute, InputType control) {
        assertThatCode(() -> check.check(null, asking(optional(attribute, control))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnAttributeThatOnlyAdministratorsWrite() {
        assertThatThrownBy(() -> check.check(null, asking(optional("toBeMigrated", InputType.CHECKBOX))))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("xt_attribute_of_administrators");
                    assertThat(refused.field()).isEqualTo("attributes[0].name");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "hobby, NUMERIC",
        "hobby, DATE",
        "languages, TEXT",
        "birthday, DATE_TIME",
        "appointment, DATE",
        "loyaltyNumber, CHECKBOXES",
        "username, CHECKBOXES",
        "hobby, CHECKBOX",
        "loyaltyNumber, TEXT",
        "loyaltyNumber, SELECT",
        "terms, TEXT",
        "terms, COUNTRY",
        "city, COUNTRY",
        "givenName, CHECKBOX"
    })
    void refusesAControlThatDoesNot(String attribute, InputType control) {
        assertRefused(
                asking(optional("surname", InputType.TEXT), optional(attribute, control)),
                "xt_attribute_input_type_unsuitable",
                "attributes[1].inputType");
    }

    @Test
    void refusesAnAttributeThatTheTenantDoesNotHave() {
        assertRefused(asking(optional("shoeSize", InputType.TEXT)), "xt_attribute_unknown", "attributes[0].name");
    }

    @Test
    void knowsBuiltInAttributesByEntrasNamesOnly() {
        assertRefused(asking(optional("firstName", InputType.TEXT)), "xt_attribute_unknown", "attributes[0].name");
    }

    @Test
    void refusesAnOptionThatTheAttributeCannotHold() {
        assertRefused(
                asking(optional("postalCode", InputType.SELECT, option("Far away", "9".repeat(41)))),
                "xt_attribute_option_too_long",
                "attributes[0].options");
    }

    @Test
    void countsAllBoxesOfATextAsOneValue() {
        Option[] boxes = {option("A", "a".repeat(20)), option("B", "b".repeat(20))};

        assertRefused(
                asking(optional("postalCode", InputType.CHECKBOXES, boxes)),
                "xt_attribute_option_too_long",
                "attributes[0].options");
        assertThatCode(() -> check.check(
                        null, asking(optional("postalCode", InputType.CHECKBOXES, option("A", "a".repeat(40))))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "givenName, TEXT, Anna",
        "loyaltyNumber, NUMERIC, 42",
        "terms, CHECKBOX, true",
        "birthday, DATE, 2026-02-28",
        "appointment, DATE_TIME, 2026-02-28T10:00:00Z",
        "country, COUNTRY, NO"
    })
    void acceptsADefaultValueThatACustomerCouldGive(String attribute, InputType control, String value) {
        assertThatCode(() -> check.check(
                        null,
                        asking(Field.named(attribute)
                                .by(control)
                                .defaultValue(value)
                                .input())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "loyaltyNumber, NUMERIC, many",
        "terms, CHECKBOX, perhaps",
        "birthday, DATE, 2026-02-30",
        "country, COUNTRY, Norway",
        "postalCode, TEXT, 12345678901234567890123456789012345678901",
        "username, TEXT, anna"
    })
    void refusesAnyOtherDefaultValue(String attribute, InputType control, String value) {
        assertRefused(
                asking(Field.named(attribute).by(control).defaultValue(value).input()),
                "xt_flow_default_value_invalid",
                "attributes[0].defaultValue");
    }

    private void assertRefused(UserFlow flow, String code, String field) {
        assertThatThrownBy(() -> check.check(null, flow)).isInstanceOfSatisfying(TenantException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
