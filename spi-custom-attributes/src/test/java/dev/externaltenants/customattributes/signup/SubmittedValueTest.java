package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.matching;
import static dev.externaltenants.customattributes.Flows.option;
import static dev.externaltenants.customattributes.Flows.optional;
import static dev.externaltenants.customattributes.Flows.required;
import static org.assertj.core.api.Assertions.assertThat;

class SubmittedValueTest {

    private static final Option RED = option("Red", "r");

    @Test
    void storesTextWithoutTheSpaceAroundIt() {
        assertStored(text("hobby"), "  chess ", "chess");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void storesNothingForAnEmptyField(String submitted) {
        assertStored(text("hobby"), submitted, null);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForARequiredValue(String submitted) {
        assertRefused(field(required("hobby", InputType.TEXT), DataType.STRING), submitted, "xt_value_required");
    }

    @Test
    void countsCharactersAndNotCodeUnits() {
        assertStored(text("hobby"), "🎲".repeat(250), "🎲".repeat(250));
    }

    @Test
    void refusesTextThatIsTooLong() {
        FieldError error = refused(text("hobby"), "x".repeat(251));

        assertThat(error.code()).isEqualTo("xt_value_too_long");
        assertThat(error.params()).containsExactly(250);
    }

    @Test
    void holdsBuiltInAttributesToTheirOwnLength() {
        SignUpField givenName = new SignUpField(optional("givenName", InputType.TEXT), BuiltInAttribute.GIVEN_NAME);

        assertThat(refused(givenName, "x".repeat(65)).params()).containsExactly(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u202Eb", "a\u2028b", "a\uD800b"})
    void refusesControlCharacters(String submitted) {
        assertRefused(text("hobby"), submitted, "xt_value_invalid");
    }

    @Test
    void keepsJoinersThatWritingSystemsNeed() {
        assertStored(text("hobby"), "👩\u200D💻", "👩\u200D💻");
    }

    @Test
    void holdsTheWholeValueToTheFlowsPattern() {
        SignUpField field = field(matching("hobby", InputType.TEXT, "[a-z]+"), DataType.STRING);

        assertStored(field, "chess", "chess");
        assertRefused(field, "chess!", "xt_value_pattern_mismatch");
        assertStored(field, "", null);
    }

    @ParameterizedTest
    @CsvSource({
        "42, 42",
        "' 42 ', 42",
        "-7, -7",
        "+7, 7",
        "007, 7",
        "٤٢, 42",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void storesWholeNumbersInOneSpelling(String submitted, String stored) {
        assertStored(number(), submitted, stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2", "1e3", "forty", "9223372036854775808", "0x10", "1 000", "000000000000000000001"})
    void refusesWhatIsNoWholeNumberOf64Bits(String submitted) {
        assertRefused(number(), submitted, "xt_value_not_a_number");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"true, true", "on, true", "false, false", "'', false", "NULL, false"},
            nullValues = "NULL")
    void takesNoTickForAnAnswer(String submitted, String stored) {
        assertStored(field(optional("news", InputType.CHECKBOX), DataType.BOOLEAN), submitted, stored);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "false"})
    void takesOnlyATickForAConsent(String submitted) {
        assertRefused(field(required("terms", InputType.CHECKBOX), DataType.BOOLEAN), submitted, "xt_consent_required");
    }

    @Test
    void refusesATickThatNoBrowserSends() {
        assertRefused(field(required("terms", InputType.CHECKBOX), DataType.BOOLEAN), "maybe", "xt_value_invalid");
    }

    @Test
    void takesOnlyTheFlowsOptions() {
        SignUpField field = field(required("colour", InputType.RADIO, RED), DataType.STRING);

        assertStored(field, "r", "r");
        assertRefused(field, "Red", "xt_value_not_an_option");
        assertRefused(field, "", "xt_value_required");
    }

    @Test
    void takesOnlyCountriesByTheirCode() {
        SignUpField field = new SignUpField(optional("country", InputType.COUNTRY), BuiltInAttribute.COUNTRY);

        assertStored(field, "DE", "DE");
        assertRefused(field, "Germany", "xt_value_not_an_option");
        assertRefused(field, "XX", "xt_value_not_an_option");
    }

    private static SignUpField text(String name) {
        return field(optional(name, InputType.TEXT), DataType.STRING);
    }

    private static SignUpField number() {
        return field(optional("loyaltyNumber", InputType.NUMERIC), DataType.INT);
    }

    private static SignUpField field(AttributeInput input, DataType type) {
        TenantAttribute attribute = custom(input.name(), type);
        return new SignUpField(input, attribute);
    }

    private static void assertStored(SignUpField field, String submitted, String stored) {
        assertThat(SubmittedValue.of(field, submitted == null ? null : List.of(submitted)))
                .isEqualTo(new SubmittedValue.Accepted(stored == null ? List.of() : List.of(stored)));
    }

    private static void assertRefused(SignUpField field, String submitted, String code) {
        assertThat(refused(field, submitted).code()).isEqualTo(code);
    }

    private static FieldError refused(SignUpField field, String submitted) {
        SubmittedValue value = SubmittedValue.of(field, submitted == null ? null : List.of(submitted));
        assertThat(value).isInstanceOf(SubmittedValue.Refused.class);
        FieldError error = ((SubmittedValue.Refused) value).error();
        assertThat(error.field()).isEqualTo(field.name());
        return error;
    }
}
