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
                    {'passwordReset':{'alowed':true}}        | xt_unknown_field | passwordReset.alowed
                    {'passwordReset':{'allowed':'no'}}       | xt_invalid_value | passwordReset.allowed
                    {'passwordReset':false}                  | xt_invalid_value | passwordReset
                    {'trustedDevices':{'day':30}}            | xt_unknown_field | trustedDevices.day
                    {'trustedDevices':{'days':'many'}}       | xt_invalid_value | trustedDevices.days
                    {'trustedDevices':{'days':'30'}}         | xt_invalid_value | trustedDevices.days
                    {'trustedDevices':{'days':1.5}}          | xt_invalid_value | trustedDevices.days
                    {'trustedDevices':{'days':1e0}}          | xt_invalid_value | trustedDevices.days
                    {'trustedDevices':{'days':true}}         | xt_invalid_value | trustedDevices.days
                    {'trustedDevices':30}                    | xt_invalid_value | trustedDevices
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

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'enabled':'yes'}                        | Send true or false.
                    {'enabled':[]}                           | Send true or false.
                    {'name':5}                               | Send text.
                    {'name':{}}                              | Send text.
                    {'signUp':true}                          | Send an object.
                    {'version':'x'}                          | Send a whole number.
                    {'version':1.5}                          | Send a whole number.
                    {'attributes':{}}                        | Send a list.
                    {'attributes':[null]}                    | Leave null out of lists.
                    {'mfa':'SOMETIMES'}                      | Allowed are: OFF, REQUIRED.
                    {'displayname':'a'}                      | There is no field displayname. Did you mean displayName?
                    {'nam':'a'}                              | There is no field nam.
                    {'signUp':{'Allowed':true}}              | There is no field Allowed. Did you mean allowed?
                    {'':1}                                   | There is no such field.
                    []                                       | Send a JSON object.
                    null                                     | Send a JSON object.
                    ''                                       | Send a JSON object.
                    {'name':'a','name':'b'}                  | The body is not well-formed JSON, or has a key twice: line 1, column 19.
                    """)
    void saysWhatToSendInstead(String json, String description) {
        assertThatThrownBy(() -> Json.read(json.replace('\'', '"'), UserFlow.class))
                .isInstanceOfSatisfying(TenantException.class, refused -> assertThat(refused.description())
                        .isEqualTo(description));
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
