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
                                          {'name':'terms','label':'I agree','inputType':'CHECKBOX','consent':{'document':'https://shop.example/terms','version':'2026-01.b'}},
                                          {'name':'plan','inputType':'RADIO','options':[{'text':'A','value':'a'}]},
                                          {'name':'tier','inputType':'SELECT','hidden':true,'required':true,'defaultValue':'basic',
                                            'options':[{'text':{'en':'Basic','de':'Einfach'},'value':'basic'}]},
                                          {'name':'interests','inputType':'CHECKBOXES','helpText':'Any number',
                                            'options':[{'text':'A','value':'a'},{'text':'B','value':'b'}]},
                                          {'name':'zip','placeholder':{'en':'12345'},'pattern':'[0-9]{5}',
                                            'patternMessage':{'en':'Five digits.','de':'Fünf Ziffern.'}},
                                          {'name':'birthday','inputType':'DATE','editable':false},
                                          {'name':'appointment','inputType':'DATE_TIME'},
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
                    {'name':'a','mfa':'REQUIRED','trustedDevices':{'days':91}}              | xt_flow_trusted_device_days_invalid | trustedDevices.days
                    {'name':'a','mfa':'REQUIRED','trustedDevices':{'days':-1}}              | xt_flow_trusted_device_days_invalid | trustedDevices.days
                    {'name':'a','trustedDevices':{'days':30}}                               | xt_flow_trusted_device_mfa_missing | trustedDevices.days
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
                    {'name':'a','attributes':[{'name':'x','label':' '}]} | xt_flow_label_invalid | attributes[0].label
                    {'name':'a','attributes':[{'name':'x','helpText':{'en':' '}}]} | xt_flow_text_invalid | attributes[0].helpText.en
                    {'name':'a','attributes':[{'name':'x','inputType':'DATE','placeholder':'x'}]} | xt_flow_text_invalid | attributes[0].placeholder
                    {'name':'a','attributes':[{'name':'x','patternMessage':'x'}]} | xt_flow_text_invalid | attributes[0].patternMessage
                    {'name':'a','attributes':[{'name':'x','inputType':'DATE','pattern':'.*'}]} | xt_flow_pattern_invalid | attributes[0].pattern
                    {'name':'a','attributes':[{'name':'x','inputType':'CHECKBOXES'}]} | xt_flow_options_invalid | attributes[0].options
                    {'name':'a','attributes':[{'name':'x','inputType':'CHECKBOXES','options':[{'text':'A','value':'a,b'}]}]} | xt_flow_options_invalid | attributes[0].options
                    {'name':'a','attributes':[{'name':'x','inputType':'RADIO','options':[{'value':'a'}]}]} | xt_flow_options_invalid | attributes[0].options
                    {'name':'a','attributes':[{'name':'x','inputType':'RADIO','options':[{'text':{'de':''},'value':'a'}]}]} | xt_flow_options_invalid | attributes[0].options[0].text.de
                    {'name':'a','attributes':[{'name':'x','defaultValue':' '}]} | xt_flow_default_value_invalid | attributes[0].defaultValue
                    {'name':'a','attributes':[{'name':'x','hidden':true,'required':true}]} | xt_flow_default_value_missing | attributes[0].defaultValue
                    {'name':'a','attributes':[{'name':'x','editable':false,'required':true}]} | xt_flow_default_value_missing | attributes[0].defaultValue
                    {'name':'a','attributes':[{'name':'x','consent':{'document':'t','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent
                    {'name':'a','attributes':[{'name':'x','inputType':'CHECKBOX','hidden':true,'consent':{'document':'t','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent
                    {'name':'a','attributes':[{'name':'x','inputType':'CHECKBOX','defaultValue':'true','consent':{'document':'t','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','inputType':'CHECKBOX','consent':{'document':'t','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':' ','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'terms ','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'a\\u0007b','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'a\\u2028b','version':'1'}}]} | xt_flow_consent_invalid | attributes[0].consent.document
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':''}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':'1 2'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':'-1'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':'1.'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':'111111111111111111111111111111111111111111111111111'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
                    {'name':'a','attributes':[{'name':'x','label':'I agree','inputType':'CHECKBOX','consent':{'document':'t','version':'ä'}}]} | xt_flow_consent_invalid | attributes[0].consent.version
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
