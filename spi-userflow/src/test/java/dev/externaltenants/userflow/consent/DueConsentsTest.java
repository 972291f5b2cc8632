package dev.externaltenants.userflow.consent;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

class DueConsentsTest {

    @ParameterizedTest
    @CsvSource({
        "true,  terms given 2 Terms of use,    true,  false",
        "true,  terms given 2 Terms of use,    false, true",
        "true,  terms given 1 Terms of use,    true,  true",
        "true,  terms given 2 Other terms,     true,  true",
        "true,  other given 2 Terms of use,    true,  true",
        "true,  terms declined 2 Terms of use, false, true",
        "true,  terms declined 2 Terms of use, true,  true",
        "true,  ,                              true,  true",
        "false, ,                              false, true",
        "false, terms declined 2 Terms of use, false, false",
        "false, terms declined 2 Terms of use, true,  true",
        "false, terms declined 1 Terms of use, false, true",
        "false, terms given 2 Terms of use,    true,  false",
        "false, terms given 2 Terms of use,    false, false"
    })
    void asksForWhatIsNotAnsweredInThisVersion(boolean required, String mark, boolean ticked, boolean due) {
        assertThat(!DueConsents.of(flow(required), customer(mark, ticked)).isEmpty())
                .isEqualTo(due);
    }

    @Test
    void asksNobodyForABoxThatIsNoConsent() {
        UserFlow flow = flow("{'name':'terms','inputType':'CHECKBOX','required':true}");

        assertThat(DueConsents.of(flow, customer(null, false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "terms", "terms given 2", "terms GIVEN 2 Terms of use", "terms  given 2 Terms of use"})
    void aMarkThatSomebodyElseWroteMarksNothing(String mark) {
        assertThat(DueConsents.of(flow(true), customer(mark, true))).hasSize(1);
    }

    private static UserFlow flow(boolean required) {
        return flow("{'name':'terms','inputType':'CHECKBOX','label':'I agree','required':" + required
                + ",'consent':{'document':'Terms of use','version':'2'}}");
    }

    private static UserFlow flow(String field) {
        return Json.read(("{'name':'a','attributes':[" + field + "]}").replace('\'', '"'), UserFlow.class);
    }

    private static UserModel customer(String mark, boolean ticked) {
        List<String> marks = mark == null ? List.of() : List.of("junk", mark);
        return (UserModel) Proxy.newProxyInstance(
                DueConsentsTest.class.getClassLoader(),
                new Class<?>[] {UserModel.class},
                (self, method, arguments) -> method.getName().equals("getAttributeStream")
                        ? Stream.of(marks).flatMap(List::stream)
                        : Boolean.toString(ticked));
    }
}
