package dev.externaltenants.userflow.input;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttributeInputJsonTest {

    @Test
    void readsAFieldThatWasStoredBeforeItCouldHaveMore() {
        AttributeInput input = read(
                """
                {"name":"plan","label":{"en":"Plan"},"inputType":"RADIO","required":true,
                 "options":[{"text":"Basic","value":"b"}]}""");

        assertThat(input.label()).isEqualTo(LocalText.of(Map.of("en", "Plan")));
        assertThat(input.options()).containsExactly(new Option(LocalText.of("Basic"), "b"));
        assertThat(input.answeredByCustomer()).isTrue();
        assertThat(input.defaultValue()).isNull();
    }

    @Test
    void readsWhatItWrites() {
        AttributeInput input = new AttributeInput(
                "plan",
                LocalText.of(Map.of("en", "Plan", "de", "Tarif")),
                LocalText.of("Change it at any time"),
                LocalText.of("b"),
                InputType.CHECKBOXES,
                true,
                false,
                true,
                "b",
                "[a-z]",
                LocalText.of(Map.of("en", "One letter")),
                List.of(new Option(LocalText.of(Map.of("en", "Basic", "de", "Einfach")), "b")),
                new ConsentDocument("terms", "2"));

        assertThat(read(Json.write(input))).isEqualTo(input);
    }

    @Test
    void keepsTheFormOfAText() {
        JsonNode written = Json.tree(read("{\"name\":\"x\",\"label\":\"X\",\"helpText\":{\"en\":\"Y\"}}"));

        assertThat(written.get("label").isTextual()).isTrue();
        assertThat(written.get("helpText").isObject()).isTrue();
        assertThat(written.has("placeholder")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'name':'x','label':7}                            | xt_invalid_value | label
                    {'name':'x','label':['X']}                        | xt_invalid_value | label
                    {'name':'x','label':{'en':true}}                  | xt_invalid_value | label.en
                    {'name':'x','options':[{'text':{'en':1},'value':'a'}]} | xt_invalid_value | options[0].text.en
                    {'name':'x','consent':{'document':'a','url':'b'}} | xt_unknown_field | consent.url
                    {'name':'x','label':{'en':null}}                  | xt_invalid_value | label
                    {'name':'x','visible':true}                       | xt_unknown_field | visible
                    """)
    void refusesAnotherShapeByItsPath(String json, String code, String field) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    private static AttributeInput read(String json) {
        return Json.read(json, AttributeInput.class);
    }
}
