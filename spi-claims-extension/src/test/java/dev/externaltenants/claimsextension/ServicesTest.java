package dev.externaltenants.claimsextension;

import java.util.List;
import java.util.ServiceLoader;

import dev.externaltenants.customattributes.hook.AttributeCollectionHookFactory;
import dev.externaltenants.emailotp.sender.PasscodeSenderProviderFactory;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesTest {

    @Test
    void offersWhatAsksExtensionsAtTheirEvents() {
        assertThat(ids(AttributeCollectionHookFactory.class)).containsExactly("xt-extensions");
        assertThat(ids(PasscodeSenderProviderFactory.class)).containsExactlyInAnyOrder("xt-extensions", "xt-mail");
    }

    /** An operator's own sender says an order above 1, and then nothing else is asked. */
    @Test
    void sendsCodesByExtensionsUnlessTheOperatorHasAnotherWay() {
        assertThat(ServiceLoader.load(PasscodeSenderProviderFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(factory -> factory.order() == 1)
                        .map(ProviderFactory::getId))
                .containsExactly("xt-extensions");
    }

    private static List<String> ids(Class<? extends ProviderFactory<?>> factories) {
        return ServiceLoader.load(factories).stream()
                .map(ServiceLoader.Provider::get)
                .map(ProviderFactory::getId)
                .toList();
    }
}
