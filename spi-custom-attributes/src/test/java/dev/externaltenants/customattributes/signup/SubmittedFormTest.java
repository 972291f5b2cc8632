package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.Field;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;

import static dev.externaltenants.customattributes.Flows.custom;
import static org.assertj.core.api.Assertions.assertThat;

class SubmittedFormTest {

    private static final SignUpField HOBBY = field(Field.named("hobby").required());
    private static final SignUpField TIER =
            field(Field.named("tier").hidden().required().defaultValue("basic"));
    private static final SignUpField LEVEL = field(Field.named("level").readOnly());
    private static final SignUpField SECRET =
            field(Field.named("secret").hidden().readOnly());

    @Test
    void takesTheCustomersAnswersOnlyWhereTheCustomerAnswers() {
        SubmittedForm form = form(
                Map.of(
                        "hobby", List.of("chess"),
                        "tier", List.of("gold"),
                        "level", List.of("9"),
                        "secret", List.of("x")),
                Map.of());

        assertThat(form.userAttributes()).isEqualTo(Map.of("hobby", List.of("chess"), "tier", List.of("basic")));
    }

    @Test
    void storesWhatAFieldWasGiven() {
        SubmittedForm form = form(Map.of("hobby", List.of("chess")), Map.of("level", List.of("3")));

        assertThat(form.userAttributes()).containsEntry("level", List.of("3"));
    }

    @Test
    void storesNoAnswerForABoxThatNobodySaw() {
        SignUpField vip = new SignUpField(
                Field.named("vip").by(InputType.CHECKBOX).hidden().input(), custom("vip", DataType.BOOLEAN));

        assertThat(new SubmittedForm(null, List.of(vip), Map.of("vip", List.of("true")), Map.of()).userAttributes())
                .isEmpty();
    }

    @Test
    void letsAHookChangeAllButWhatIsTheFlowsAlone() {
        SubmittedForm form = form(Map.of("hobby", List.of("chess")), Map.of());

        form.modify(Map.of(
                "hobby", List.of("go"),
                "tier", List.of("gold"),
                "level", List.of("9"),
                "secret", List.of("x"),
                "other", List.of("y")));

        assertThat(form.errors()).isEmpty();
        assertThat(form.userAttributes())
                .isEqualTo(Map.of("hobby", List.of("go"), "tier", List.of("gold"), "level", List.of("9")));
    }

    @Test
    void holdsAHookToTheRules() {
        SubmittedForm form = form(Map.of("hobby", List.of("chess")), Map.of());

        form.modify(Map.of("hobby", List.of()));

        assertThat(form.errors()).extracting(FieldError::code).containsExactly("xt_value_required");
    }

    private static SubmittedForm form(Map<String, List<String>> submitted, Map<String, List<String>> given) {
        List<SignUpField> fields = List.of(HOBBY, TIER, LEVEL, SECRET);
        GivenValues values = new GivenValues(fields, Map.of());
        values.prefill(given);
        return new SubmittedForm(null, fields, submitted, values.values());
    }

    private static SignUpField field(Field field) {
        return new SignUpField(field.input(), custom(field.input().name(), DataType.STRING));
    }
}
