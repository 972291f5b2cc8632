package dev.externaltenants.customattributes;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.InputType;
import dev.externaltenants.userflow.UserFlow.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.externaltenants.customattributes.Flows.asking;
import static dev.externaltenants.customattributes.Flows.custom;
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
                    custom("terms", DataType.BOOLEAN))));

    @ParameterizedTest
    @CsvSource({
        "hobby, TEXT",
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

    @ParameterizedTest
    @CsvSource({
        "hobby, NUMERIC",
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
                asking(optional("postalCode", InputType.SELECT, new Option("Far away", "9".repeat(41)))),
                "xt_attribute_option_too_long",
                "attributes[0].options");
    }

    private void assertRefused(UserFlow flow, String code, String field) {
        assertThatThrownBy(() -> check.check(null, flow)).isInstanceOfSatisfying(TenantException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
