package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import dev.externaltenants.userflow.input.LocalText;
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

    @Test
    void takesTheTickedBoxesInTheOrderOfThePage() {
        SignUpField colours = field(boxes(), DataType.STRING_COLLECTION);

        assertThat(SubmittedValue.of(colours, List.of("b", "r", "b")))
                .isEqualTo(new SubmittedValue.Accepted(List.of("r", "b")));
        assertThat(SubmittedValue.of(colours, List.of("b,r")))
                .isEqualTo(new SubmittedValue.Accepted(List.of("r", "b")));
    }

    @Test
    void joinsTheBoxesOfAText() {
        assertThat(SubmittedValue.of(field(boxes(), DataType.STRING), List.of("r", "b")))
                .isEqualTo(new SubmittedValue.Accepted(List.of("r,b")));
    }

    @Test
    void takesListedBoxesOnlyAndAtLeastOneWhereOneIsRequired() {
        SignUpField colours = field(boxes(), DataType.STRING_COLLECTION);

        assertThat(SubmittedValue.of(colours, List.of("r", "x")))
                .isInstanceOfSatisfying(
                        SubmittedValue.Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("xt_value_not_an_option"));
        assertRefused(colours, null, "xt_value_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "0001-01-01", "9999-12-31", " 2024-02-29 "})
    void storesDays(String submitted) {
        assertStored(field(optional("birthday", InputType.DATE), DataType.DATE), submitted, submitted.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "0000-01-01",
                "29.02.2024",
                "2024-2-9",
                "20240229",
                "+2024-02-2",
                "2024-02-29T10:00"
            })
    void refusesWhatIsNoDay(String submitted) {
        assertRefused(field(optional("birthday", InputType.DATE), DataType.DATE), submitted, "xt_value_not_a_date");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T18:30, 2026-12-31T18:30:00Z",
        "2026-12-31 18:30:15, 2026-12-31T18:30:15Z",
        "2026-12-31T18:30Z, 2026-12-31T18:30:00Z",
        "2026-12-31t18:30:00.250z, 2026-12-31T18:30:00.250Z",
        "2026-12-31T23:30-02:00, 2027-01-01T01:30:00Z"
    })
    void storesMomentsAsInstants(String submitted, String stored) {
        assertStored(field(optional("appointment", InputType.DATE_TIME), DataType.DATE_TIME), submitted, stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "18:30", "2026-02-30T10:00", "tomorrow", "9999-12-31T23:59-05:00"})
    void refusesWhatIsNoMoment(String submitted) {
        assertRefused(
                field(optional("appointment", InputType.DATE_TIME), DataType.DATE_TIME),
                submitted,
                "xt_value_not_a_date_time");
    }

    @Test
    void holdsNumbersToAPatternAsTheyAreStored() {
        SignUpField field = field(matching("age", InputType.NUMERIC, "^[0-9]+$"), DataType.INT);

        assertStored(field, "+7", "7");
        assertRefused(field, "-7", "xt_value_pattern_mismatch");
    }

    @Test
    void saysWhatTheFlowSaysOfItsPattern() {
        SignUpField zip = field(
                Field.named("zip").matching("[0-9]{5}").orElse("Five digits").input(), DataType.STRING);

        assertThat(refused(zip, "12").text()).isEqualTo(LocalText.of("Five digits"));
    }

    private static AttributeInput boxes() {
        return required("colours", InputType.CHECKBOXES, RED, option("Blue", "b"));
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
