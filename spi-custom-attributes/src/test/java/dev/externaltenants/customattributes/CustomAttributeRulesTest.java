package dev.externaltenants.customattributes;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomAttributeRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"loyaltyNumber", "a", "shoe-size", "v1.2_b", "xtra"})
    void acceptsNamesOfAUserProfile(String name) {
        assertThatCode(() -> CustomAttributeRules.check(Flows.custom(name, DataType.STRING)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "shoe size",
                "größe",
                "a/b",
                ".",
                "..",
                "x23456789012345678901234567890123456789012345678901234567890123456"
            })
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> CustomAttributeRules.check(Flows.custom(name, DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "Username",
                "LOCALE",
                "password",
                "ldap_id",
                "kc.email.pending",
                "xt.type",
                "XT",
                "xt_username",
                "xt-username"
            })
    void refusesNamesThatMeanSomethingToKeycloakOrUs(String name) {
        assertThatThrownBy(() -> CustomAttributeRules.check(Flows.custom(name, DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_reserved");
    }

    @Test
    void refusesADefinitionWithoutAType() {
        assertThatThrownBy(() -> CustomAttributeRules.check(Flows.custom("hobby", null)))
                .hasMessageContaining("xt_attribute_type_missing");
    }

    @Test
    void refusesADisplayNameOfSeveralLines() {
        assertThatThrownBy(() -> CustomAttributeRules.check(
                        new CustomAttribute("hobby", "Hobby\nor two", null, DataType.STRING)))
                .hasMessageContaining("xt_attribute_display_name_invalid");
    }

    @Test
    void takesALongerText() {
        CustomAttributeRules.check(new CustomAttribute("greeting", null, null, DataType.STRING, 2048));
    }

    @Test
    void refusesALengthThatNoTextHas() {
        for (int length : List.of(-1, 0, 2049)) {
            assertThatThrownBy(() -> CustomAttributeRules.check(
                            new CustomAttribute("greeting", null, null, DataType.STRING, length)))
                    .hasMessageContaining("xt_attribute_max_length_invalid");
        }
    }

    @Test
    void refusesAnotherLengthThanTheTypes() {
        assertThatThrownBy(
                        () -> CustomAttributeRules.check(new CustomAttribute("shoeSize", null, null, DataType.INT, 21)))
                .hasMessageContaining("xt_attribute_max_length_invalid");
        CustomAttributeRules.check(new CustomAttribute("shoeSize", null, null, DataType.INT, 20));
    }

    @Test
    void refusesAnEndlessDescription() {
        assertThatThrownBy(() -> CustomAttributeRules.check(
                        new CustomAttribute("hobby", null, "x".repeat(1001), DataType.STRING)))
                .hasMessageContaining("xt_attribute_description_invalid");
    }
}
