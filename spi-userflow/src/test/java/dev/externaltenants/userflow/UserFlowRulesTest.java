package dev.externaltenants.userflow;

import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserFlowRulesTest {

    @Test
    void acceptsTheSmallestFlow() {
        assertThatNoException().isThrownBy(() -> UserFlowRules.check(flow("{'name':'default'}")));
    }

    @Test
    void acceptsEachInputType() {
        assertThatNoException()
                .isThrownBy(
                        () -> UserFlowRules.check(
                                flow(
                                        """
                                        {'name':'default','attributes':[
                                          {'name':'givenName','label':{'en':'Given name','de-AT':'Vorname'},'required':true},
                                          {'name':'age','inputType':'NUMERIC','pattern':'[0-9]{1,3}'},
                                          {'name':'terms','inputType':'CHECKBOX'},
                                          {'name':'plan','inputType':'RADIO','options':[{'text':'A','value':'a'}]},
                                          {'name':'country','inputType':'COUNTRY'}]}""")));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                      | xt_flow_name_invalid           | name
                    {'name':'two words'}                                                    | xt_flow_name_invalid           | name
                    {'name':'a','displayName':' '}                                          | xt_flow_display_name_invalid   | displayName
                    {'name':'a','signUp':{'methods':[]}}                                    | xt_flow_methods_invalid        | signUp.methods
                    {'name':'a','signUp':{'methods':['EMAIL_PASSWORD','EMAIL_OTP']}}        | xt_flow_methods_invalid        | signUp.methods
                    {'name':'a','signUp':{'methods':['EMAIL_OTP']},'mfa':'REQUIRED'}        | xt_flow_mfa_method_invalid     | mfa
                    {'name':'a','identityProviders':['google',' ']}                         | xt_flow_identity_provider_invalid | identityProviders[1]
                    {'name':'a','identityProviders':['google','google']}                    | xt_flow_identity_provider_repeated | identityProviders[1]
                    {'name':'a','signUp':{'methods':['EMAIL_OTP']},'attributes':[{'name':'username'}]} | xt_flow_username_method_invalid | attributes[0].name
                    {'name':'a','attributes':[{'label':{}}]}                                | xt_flow_attribute_name_invalid | attributes[0].name
                    {'name':'a','attributes':[{'name':'x'},{'name':'x'}]}                   | xt_flow_attribute_repeated     | attributes[1].name
                    {'name':'a','attributes':[{'name':'x','label':{'<b>':'X'}}]}            | xt_flow_label_invalid          | attributes[0].label.<b>
                    {'name':'a','attributes':[{'name':'x','pattern':'['}]}                  | xt_flow_pattern_invalid        | attributes[0].pattern
                    {'name':'a','attributes':[{'name':'x','pattern':'(?:(?:(?=)){100000}){4000}'}]} | xt_flow_pattern_invalid | attributes[0].pattern
                    {'name':'a','attributes':[{'name':'x','pattern':'((){999}){9,999}'}]}   | xt_flow_pattern_invalid        | attributes[0].pattern
                    {'name':'a','attributes':[{'name':'x','inputType':'SELECT'}]}           | xt_flow_options_invalid        | attributes[0].options
                    {'name':'a','attributes':[{'name':'x','options':[{'text':'A','value':'a'}]}]} | xt_flow_options_invalid  | attributes[0].options
                    {'name':'a','attributes':[{'name':'x','inputType':'RADIO','options':[{'text':'A','value':'a'},{'text':'B','value':'a'}]}]} | xt_flow_options_invalid | attributes[0].options
                    """)
    void refusesWithTheFieldAndAStableCode(String json, String code, String field) {
        assertThatThrownBy(() -> UserFlowRules.check(flow(json)))
                .isInstanceOfSatisfying(TenantException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(field);
                });
    }

    private static UserFlow flow(String json) {
        return Json.read(json.replace('\'', '"'), UserFlow.class);
    }

    @Test
    void refusesALanguageTagOfAnyLengthWithoutExhaustingTheStack() {
        String tag = "en" + "-aaaaaaaa".repeat(5000);

        assertThatThrownBy(() -> UserFlowRules.check(
                        flow("{'name':'a','attributes':[{'name':'x','label':{'" + tag + "':'X'}}]}")))
                .isInstanceOf(TenantException.class);
    }
}
