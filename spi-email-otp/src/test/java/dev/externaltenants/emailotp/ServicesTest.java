package dev.externaltenants.emailotp;

import java.util.List;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.provider.ProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesTest {

    @Test
    void standsInForKeycloaksChangeOfAddress() {
        assertThat(ids(RequiredActionFactory.class)).containsExactly("UPDATE_EMAIL");
        assertThat(ServiceLoader.load(RequiredActionFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(factory -> factory.getId().equals("UPDATE_EMAIL"))
                        .filter(factory -> factory.order() > 0))
                .hasSize(1);
    }

    @Test
    void listensToChangesOfCredentials() {
        assertThat(ids(EventListenerProviderFactory.class)).containsExactly("xt-security-notices");
    }

    private static List<String> ids(Class<? extends ProviderFactory<?>> factories) {
        return ServiceLoader.load(factories).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.externaltenants.emailotp."))
                .map(ServiceLoader.Provider::get)
                .map(ProviderFactory::getId)
                .toList();
    }
}
