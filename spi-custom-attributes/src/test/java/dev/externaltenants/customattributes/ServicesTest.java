package dev.externaltenants.customattributes;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.consent.ConsentProviderFactory;
import dev.externaltenants.customattributes.purge.ValuePurgeProviderFactory;
import dev.externaltenants.customattributes.signup.SignUpProviderFactory;
import dev.externaltenants.userflow.UserFlowCheckFactory;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesTest {

    @Test
    void offersItsSpis() {
        assertThat(ServiceLoader.load(Spi.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .filter(type -> type.getName().startsWith("dev.externaltenants.customattributes."))
                        .map(type -> ServiceLoader.load(Spi.class).stream()
                                .filter(provider -> provider.type() == type)
                                .findFirst()
                                .orElseThrow()
                                .get()
                                .getName()))
                .containsExactlyInAnyOrder(
                        "xt-custom-attribute",
                        "xt-sign-up",
                        "xt-attribute-collection-hook",
                        "xt-value-purge",
                        "xt-consent");
    }

    @Test
    void offersItsProviders() {
        assertThat(ids(CustomAttributeProviderFactory.class)).containsExactly("xt-user-profile");
        assertThat(ids(SignUpProviderFactory.class)).containsExactly("xt-user-profile");
        assertThat(ids(ValuePurgeProviderFactory.class)).containsExactly("xt-component");
        assertThat(ids(ProtocolMapper.class)).contains("xt-attribute-values");
        assertThat(ids(UserFlowCheckFactory.class)).contains("xt-attributes");
        assertThat(ids(AuthenticatorFactory.class)).contains("xt-collect-attributes");
        assertThat(ids(ConsentProviderFactory.class)).containsExactly("xt-jpa");
        assertThat(ids(JpaEntityProviderFactory.class)).contains("xt-consent");
        assertThat(ids(EventListenerProviderFactory.class)).contains("xt-consent");
        assertThat(ids(RequiredActionFactory.class)).contains("xt-consent");
    }

    private static List<String> ids(Class<? extends ProviderFactory<?>> factories) {
        return ServiceLoader.load(factories).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.externaltenants."))
                .map(ServiceLoader.Provider::get)
                .flatMap(factory -> Stream.of(factory.getId()))
                .toList();
    }
}
