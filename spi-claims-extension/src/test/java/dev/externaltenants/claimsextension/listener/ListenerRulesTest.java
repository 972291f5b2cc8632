package dev.externaltenants.claimsextension.listener;

import java.util.stream.IntStream;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListenerRulesTest {

    @Test
    void fillsInWhatIsLeftOut() {
        AuthenticationEventListener listener = read(
                "{'name':'one','event':'onOtpSend','extensionId':'e','conditions':{'includeAllApplications':true}}");

        ListenerRules.check(listener);

        assertThat(listener.displayName()).isEqualTo("one");
        assertThat(listener.priority()).isEqualTo(500);
        assertThat(listener.conditions()).isEqualTo(new Conditions(true, null, null));
        assertThat(listener.migrationAttribute()).isNull();
    }

    @Test
    void asksWhoseToBeMigratedAttributeIsOnAtPasswordSubmit() {
        assertThat(Listeners.at(AuthenticationEvent.PASSWORD_SUBMIT, "one").migrationAttribute())
                .isEqualTo("toBeMigrated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'event':'onOtpSend','extensionId':'e','conditions':{}}                                        | xt_listener_name_invalid | name
                    {'name':'a b','event':'onOtpSend','extensionId':'e','conditions':{}}                           | xt_listener_name_invalid | name
                    {'name':'a','extensionId':'e','conditions':{}}                                                 | xt_listener_event_missing | event
                    {'name':'a','event':'onOtpSend','conditions':{}}                                               | xt_listener_extension_missing | extensionId
                    {'name':'a','event':'onOtpSend','extensionId':'e'}                                             | xt_listener_conditions_missing | conditions
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{},'priority':1001}             | xt_listener_priority_invalid | priority
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{},'priority':-1}               | xt_listener_priority_invalid | priority
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{},'timeoutInMilliseconds':199} | xt_extension_timeout_invalid | timeoutInMilliseconds
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{},'maximumRetries':2}          | xt_extension_retries_invalid | maximumRetries
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{},'migrationAttribute':'toBeMigrated'}    | xt_listener_migration_attribute_unsuitable | migrationAttribute
                    {'name':'a','event':'onPasswordSubmit','extensionId':'e','conditions':{},'migrationAttribute':'termsAccepted'}    | xt_listener_migration_attribute_unsuitable | migrationAttribute
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{'userFlows':['f','f']}}        | xt_listener_condition_repeated | conditions.userFlows[1]
                    {'name':'a','event':'onOtpSend','extensionId':'e','conditions':{'includeApplications':[{'appId':'s'},{'appId':'s'}]}} | xt_listener_condition_repeated | conditions.includeApplications[1]
                    """)
    void refusesWithCodeAndField(String json, String code, String field) {
        refused(read(json), code, field);
    }

    @Test
    void refusesMoreAppsThanAnybodyNamesOneByOne() {
        String[] apps = IntStream.rangeClosed(0, 250).mapToObj(i -> "app" + i).toArray(String[]::new);

        refused(
                Listeners.named("one", Listeners.apps(apps), 500),
                "xt_listener_applications_too_many",
                "conditions.includeApplications");
    }

    @Test
    void listsTheEventsAsTheyAreWrittenWhereOneIsUnknown() {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> read("{'name':'a','event':'OTP_SEND'}"))
                .withMessageContaining("onTokenIssuanceStart, onAttributeCollectionStart");
    }

    private static void refused(AuthenticationEventListener listener, String code, String field) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> ListenerRules.check(listener))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static AuthenticationEventListener read(String json) {
        return Json.read(json.replace('\'', '"'), AuthenticationEventListener.class);
    }
}
