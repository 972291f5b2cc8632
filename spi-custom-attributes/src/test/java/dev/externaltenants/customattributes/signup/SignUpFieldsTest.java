package dev.externaltenants.customattributes.signup;

import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

import static dev.externaltenants.customattributes.Flows.asking;
import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.optional;
import static org.assertj.core.api.Assertions.assertThat;

class SignUpFieldsTest {

    /** Neither customers nor an API's modifyAttributeValues reach what is no field. */
    @Test
    void theMarkOfAMigrationIsNoFieldWhateverAStoredFlowSays() {
        KeycloakSession session = Fake.session(Map.of(
                        CustomAttributeProvider.class,
                        Fake.of(CustomAttributeProvider.class)
                                .on(
                                        "catalogue",
                                        arguments -> Stream.of(
                                                custom("terms", DataType.BOOLEAN),
                                                custom("toBeMigrated", DataType.BOOLEAN)))
                                .get()))
                .get();
        UserFlow flow = asking(optional("terms", InputType.CHECKBOX), optional("toBeMigrated", InputType.CHECKBOX));

        assertThat(SignUpFields.of(session, null, flow))
                .extracting(SignUpField::name)
                .containsExactly("terms");
    }
}
