package dev.externaltenants.userflow.rest;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

    @Test
    void readsWhatItWrote() {
        UserFlow flow = Json.read("{\"name\":\"a\",\"mfa\":\"REQUIRED\"}", UserFlow.class);

        assertThat(Json.read(Json.write(flow), UserFlow.class)).isEqualTo(flow);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    {'nam':'a'}                              | xt_unknown_field | nam
                    {'name':'a','signUp':{'alowed':true}}    | xt_unknown_field | signUp.alowed
                    {'attributes':[{'name':'a'},{'nme':1}]}  | xt_unknown_field | attributes[1].nme
                    {'mfa':'SOMETIMES'}                      | xt_invalid_value | mfa
                    {'mfa':0}                                | xt_invalid_value | mfa
                    {'enabled':'yes'}                        | xt_invalid_value | enabled
                    {'attributes':[null]}                    | xt_invalid_value | -
                    {'':1}                                   | xt_unknown_field | -
                    {'name':'a\\u0000'}                      | xt_invalid_value | name
                    {'name':5}                               | xt_invalid_value | name
                    {'name':true}                            | xt_invalid_value | name
                    {'description':'\\uD800'}                | xt_invalid_value | description
                    {'name':'a','name':'b'}                  | xt_invalid_json  | -
                    {'name':                                 | xt_invalid_json  | -
                    {} {}                                    | xt_invalid_json  | -
                    null                                     | xt_invalid_json  | -
                    []                                       | xt_invalid_json  | -
                    """)
    void refusesWhatItDoesNotUnderstand(String json, String code, String field) {
        assertThatThrownBy(() -> Json.read(json.replace('\'', '"'), UserFlow.class))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    @Test
    void refusesNamesThatNoDatabaseHolds() {
        assertThatThrownBy(() -> Json.read("{\"attributes\":[{\"label\":{\"\\u0000\":\"a\"}}]}", UserFlow.class))
                .isInstanceOfSatisfying(TenantException.class, refused -> assertThat(refused.code())
                        .isEqualTo("xt_invalid_value"));
    }

    @Test
    void refusesNoBodyAtAll() {
        assertThatThrownBy(() -> Json.read(null, UserFlow.class)).isInstanceOf(TenantException.class);
    }
}
