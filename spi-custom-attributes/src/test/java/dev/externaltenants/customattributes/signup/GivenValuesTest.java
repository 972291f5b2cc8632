package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;

import static dev.externaltenants.customattributes.Flows.custom;
import static org.assertj.core.api.Assertions.assertThat;

class GivenValuesTest {

    private static final SignUpField NAME = new SignUpField(
            Field.named("givenName").hidden().defaultValue("Guest").input(), BuiltInAttribute.GIVEN_NAME);
    private static final SignUpField LEVEL =
            new SignUpField(Field.named("level").readOnly().input(), custom("level", DataType.STRING));
    private static final SignUpField HOBBY =
            new SignUpField(Field.named("hobby").matching("[a-z]+").input(), custom("hobby", DataType.STRING));

    @Test
    void takesTheDefaultWhereNobodySaysMore() {
        assertThat(given(Map.of()).values()).isEqualTo(Map.of("givenName", List.of("Guest")));
    }

    @Test
    void takesAProvidersClaimAlsoIntoAHiddenField() {
        assertThat(given(Map.of("given_name", "Anna")).values()).isEqualTo(Map.of("givenName", List.of("Anna")));
    }

    @Test
    void keepsOfAHooksValuesWhatTheCustomerCannotAnswer() {
        GivenValues given = given(Map.of("given_name", "Anna"));

        Map<String, List<String>> kept =
                given.prefill(Map.of("givenName", List.of("Eve"), "level", List.of("3"), "hobby", List.of("chess")));

        assertThat(given.values())
                .isEqualTo(Map.of("givenName", List.of("Eve"), "level", List.of("3"), "hobby", List.of("chess")));
        assertThat(kept).isEqualTo(Map.of("givenName", List.of("Eve"), "level", List.of("3")));
    }

    @Test
    void leavesOutWhatAFieldWouldRefuse() {
        GivenValues given = given(Map.of());

        given.prefill(Map.of("hobby", List.of("Chess!"), "other", List.of("x")));

        assertThat(given.values()).containsOnlyKeys("givenName");
    }

    @Test
    void nobodyTicksAConsentForTheCustomer() {
        SignUpField terms = new SignUpField(
                Field.named("terms")
                        .by(InputType.CHECKBOX)
                        .consentTo("terms", "1")
                        .input(),
                custom("terms", DataType.BOOLEAN));
        GivenValues given = new GivenValues(List.of(terms), Map.of("terms", "true"));

        given.prefill(Map.of("terms", List.of("true")));

        assertThat(given.values()).isEmpty();
    }

    private static GivenValues given(Map<String, String> claims) {
        return new GivenValues(List.of(NAME, LEVEL, HOBBY), claims);
    }
}
