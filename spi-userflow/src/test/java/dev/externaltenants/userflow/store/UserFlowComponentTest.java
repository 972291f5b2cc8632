package dev.externaltenants.userflow.store;

import java.util.List;

import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.Extensions;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserFlowComponentTest {

    @Test
    void readsWhatItWrote() {
        UserFlow flow = Json.read(
                """
                {"id":"f1","name":"default","description":"All apps","enabled":false,"mfa":"REQUIRED","passwordReset":{"allowed":false},"trustedDevices":{"days":30},
                 "version":7,
                 "signUp":{"allowed":false},"identityProviders":["google","contoso"],"extensions":{"onTokenIssuanceStart":"e1",
                  "onAttributeCollectionStart":"e2","onAttributeCollectionSubmit":"e3","onOtpSend":"e4","onPasswordSubmit":"e5"},
                 "attributes":[{"name":"country","label":{"en":"Country"},"inputType":"COUNTRY","required":true}]}""",
                UserFlow.class);
        ComponentModel model = new ComponentModel();
        model.setId("f1");

        UserFlowComponent.write(flow, model);

        assertThat(UserFlowComponent.read(model)).isEqualTo(flow);
    }

    @Test
    void parsesOnceForAsLongAsTheModelLives() {
        ComponentModel model = new ComponentModel();
        model.setName("default");

        assertThat(UserFlowComponent.read(model)).isSameAs(UserFlowComponent.read(model));
    }

    @Test
    void fillsAHandWrittenComponentWithDefaults() {
        ComponentModel model = new ComponentModel();
        model.setName("default");

        UserFlow flow = UserFlowComponent.read(model);

        assertThat(flow.signUpAllowed()).isTrue();
        assertThat(flow.requiresMfa()).isFalse();
    }

    @Test
    void refusesAMisspeltSwitchInsteadOfOpeningIt() {
        for (String key : List.of("signUpAllowed", "passwordResetAllowed")) {
            ComponentModel model = new ComponentModel();
            model.setName("default");
            model.put(key, "flase");

            assertThatThrownBy(() -> UserFlowComponent.read(model))
                    .isInstanceOf(TenantException.class)
                    .hasMessageContaining(key);
        }
    }

    @Test
    void refusesAMisspeltNumberOfDays() {
        ComponentModel model = new ComponentModel();
        model.setName("default");
        model.put("trustedDeviceDays", "thirty");

        assertThatThrownBy(() -> UserFlowComponent.read(model))
                .isInstanceOf(TenantException.class)
                .hasMessageContaining("trustedDeviceDays");
    }

    @Test
    void trustsDevicesOnlyWhereASecondFactorIsRequired() {
        assertThat(flow("{\"name\":\"a\"}").trustedDeviceDays()).isZero();
        assertThat(flow("{\"name\":\"a\",\"mfa\":\"REQUIRED\"}").trustedDeviceDays())
                .isZero();
        assertThat(flow("{\"name\":\"a\",\"mfa\":\"REQUIRED\",\"trustedDevices\":{\"days\":7}}")
                        .trustedDeviceDays())
                .isEqualTo(7);
        assertThat(flow("{\"name\":\"a\",\"mfa\":\"OFF\",\"trustedDevices\":{\"days\":7}}")
                        .trustedDeviceDays())
                .isZero();
    }

    @Test
    void offersAPasswordResetUnlessItIsSwitchedOffOrThereIsNoPassword() {
        assertThat(flow("{\"name\":\"a\"}").offersPasswordReset()).isTrue();
        assertThat(flow("{\"name\":\"a\",\"passwordReset\":{}}").offersPasswordReset())
                .isTrue();
        assertThat(flow("{\"name\":\"a\",\"passwordReset\":{\"allowed\":false}}")
                        .offersPasswordReset())
                .isFalse();
        assertThat(flow("{\"name\":\"a\",\"enabled\":false}").offersPasswordReset())
                .isFalse();
        assertThat(flow("{\"name\":\"a\",\"signUp\":{\"methods\":[\"EMAIL_OTP\"]}}")
                        .offersPasswordReset())
                .isFalse();
    }

    private static UserFlow flow(String json) {
        return Json.read(json, UserFlow.class);
    }

    @Test
    void refusesAMisspeltKeyInsteadOfIgnoringIt() {
        ComponentModel model = new ComponentModel();
        model.setName("default");
        model.put("enabeld", "false");

        assertThatThrownBy(() -> UserFlowComponent.read(model))
                .isInstanceOf(TenantException.class)
                .hasMessageContaining("enabeld");
    }

    @Test
    void declaresEveryKeyItWritesSoThatExportsCarryThem() {
        UserFlow flow = Json.read("{\"id\":\"f\",\"name\":\"a\",\"description\":\"b\"}", UserFlow.class)
                .withExtensions(Extensions.of(AuthenticationEvent::property));
        ComponentModel model = new ComponentModel();

        UserFlowComponent.write(flow, model);

        assertThat(UserFlowComponent.properties())
                .extracting(ProviderConfigProperty::getName)
                .containsExactlyInAnyOrderElementsOf(model.getConfig().keySet());
    }
}
