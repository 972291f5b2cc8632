package dev.externaltenants.claimsextension.listener;

import java.util.Optional;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListenerComponentTest {

    private static final RealmModel REALM =
            Fake.of(RealmModel.class).on("getId", args -> "realm").get();

    private static final AuthenticationEventListener WITH_EVERYTHING = new AuthenticationEventListener(
            "id",
            "migration",
            "Migration",
            AuthenticationEvent.PASSWORD_SUBMIT,
            Listeners.apps("shop"),
            700,
            Extensions.ID,
            300,
            0,
            BehaviorOnError.CONTINUE,
            "toBeMigratedShop",
            3L);

    @Test
    void comesBackFieldByField() {
        assertThat(ListenerComponent.parse(ListenerComponent.of(REALM, WITH_EVERYTHING)))
                .isEqualTo(WITH_EVERYTHING);
    }

    @Test
    void isWrittenReadably() {
        ComponentModel component = ListenerComponent.of(REALM, WITH_EVERYTHING);

        assertThat(component.get("event")).isEqualTo("onPasswordSubmit");
        assertThat(component.get("conditions")).contains("\"appId\":\"shop\"");
    }

    @Test
    void declaresEveryStoredKeySoThatPartialExportKeepsIt() {
        assertThat(new ComponentListenerProviderFactory().getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .containsAll(
                        ListenerComponent.of(REALM, WITH_EVERYTHING).getConfig().keySet());
    }

    @Test
    void isParsedOnce() {
        ComponentModel component = ListenerComponent.of(REALM, WITH_EVERYTHING);

        assertThat(ListenerComponent.read(component)).isSameAs(ListenerComponent.read(component));
    }

    @Test
    void refusesAnEventThatIsNone() {
        ComponentModel component = ListenerComponent.of(REALM, WITH_EVERYTHING);
        component.put("event", "onSignOut");

        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> ListenerComponent.parse(component))
                .extracting(TenantException::field)
                .isEqualTo("event");
    }

    @Test
    void hasTheExtensionAskedByItsOwnPolicy() {
        EventHandler handler = WITH_EVERYTHING.handler(
                Optional.of(Extensions.calling("https://a.example", 1000, 1)), TokenAudience.both());

        CustomExtension asked = handler.extension().orElseThrow();
        assertThat(asked.timeoutInMilliseconds()).isEqualTo(300);
        assertThat(asked.maximumRetries()).isZero();
        assertThat(handler.behaviorOnError()).isEqualTo(BehaviorOnError.CONTINUE);
        assertThat(handler.migrationAttribute()).contains("toBeMigratedShop");
        assertThat(handler.listenerId()).isEqualTo("id");
    }

    @Test
    void hasTheExtensionAskedAsItIsWhereItSaysNothing() {
        CustomExtension extension = Extensions.calling("https://a.example", 1500, 1);

        EventHandler handler = Listeners.asking(Extensions.ID).handler(Optional.of(extension), TokenAudience.both());

        assertThat(handler.extension()).contains(extension);
        assertThat(handler.migrationAttribute()).isEmpty();
    }

    @Test
    void failsWhereTheExtensionIsGone() {
        EventHandler handler = WITH_EVERYTHING.handler(Optional.empty(), TokenAudience.both());

        assertThat(handler.extension()).isEmpty();
        assertThat(handler.extensionId()).isEqualTo(Extensions.ID);
        assertThat(handler.behaviorOnError()).isEqualTo(BehaviorOnError.FAIL);
    }
}
