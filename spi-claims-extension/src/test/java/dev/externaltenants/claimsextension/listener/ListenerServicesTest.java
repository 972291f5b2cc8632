package dev.externaltenants.claimsextension.listener;

import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerServicesTest {

    @Test
    void offersItsSpi() {
        assertThat(ServiceLoader.load(Spi.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(spi -> spi.getClass().getName().startsWith("dev.externaltenants.claimsextension."))
                        .map(Spi::getName))
                .contains("xt-event-listener");
    }

    @Test
    void offersTheStoreOfEventListeners() {
        assertThat(ServiceLoader.load(AuthenticationEventListenerProviderFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .map(ProviderFactory::getId))
                .containsExactly("xt-event-listener");
    }
}
