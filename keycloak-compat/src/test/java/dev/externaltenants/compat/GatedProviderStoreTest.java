package dev.externaltenants.compat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderStorageProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GatedProviderStoreTest {

    private final Gate gate = new Gate();

    @Test
    void aServerStartsWhoseStoreIsTheGate() {
        assertThatCode(() -> GatedProviderStore.requireInForce(Gate.class, server(gate)))
                .doesNotThrowAnyException();
    }

    @Test
    void aServerWhoseStoreIsAnotherExtensionsDoesNotStart() {
        assertThatThrownBy(() -> GatedProviderStore.requireInForce(Gate.class, server(new Store("another", 2000))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("past the user flows")
                .hasMessageContaining(Store.class.getName())
                .hasMessageContaining("kc.sh build");
    }

    @Test
    void aServerWithoutAnyStoreDoesNotStart() {
        assertThatThrownBy(() -> GatedProviderStore.requireInForce(Gate.class, server(null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none");
    }

    @Test
    void behindTheGateIsTheStoreThatWouldBeInForceWithoutIt() {
        List<String> asked = new ArrayList<>();
        KeycloakSession session = fake(KeycloakSession.class, Map.of("getProvider", arguments -> {
            asked.add((String) arguments[1]);
            return fake(IdentityProviderStorageProvider.class, Map.of("getByAlias", alias -> null));
        }));

        GatedProviderStore.behind(gate, server(gate, gate, new Store("jpa", 0), new Store("infinispan", 10)))
                .open(session, alias -> {});

        assertThat(asked).containsExactly("infinispan");
    }

    @Test
    void aGateWithNothingBehindItSaysWhatToRemove() {
        assertThatThrownBy(() -> GatedProviderStore.behind(gate, server(gate, gate)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--spi-identity-provider-storage--provider");
    }

    @Test
    void onlyTheLookUpsOfTheBrokerComeToTheGate() {
        List<String> asked = new ArrayList<>();
        IdentityProviderStorageProvider store = fake(
                IdentityProviderStorageProvider.class,
                Map.of(
                        "getByAlias", arguments -> null,
                        "getMappersByAliasStream", arguments -> Stream.empty(),
                        "getById", arguments -> null));
        IdentityProviderStorageProvider gated = GatedProviderStore.behind(gate, server(gate, gate, new Store("jpa", 0)))
                .open(fake(KeycloakSession.class, Map.of("getProvider", arguments -> store)), asked::add);

        gated.getByAlias("fabrikam");
        gated.getMappersByAliasStream("litware");
        gated.getById("an-id");
        gated.close();

        assertThat(asked).containsExactly("fabrikam", "litware");
    }

    private static KeycloakSessionFactory server(ProviderFactory<?> inForce, ProviderFactory<?>... all) {
        return fake(
                KeycloakSessionFactory.class,
                Map.of(
                        "getProviderFactory", arguments -> inForce,
                        "getProviderFactoriesStream", arguments -> Stream.of(all)));
    }

    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new AssertionError("Nobody expected " + method);
                    }
                    return answers.get(method.getName()).to(arguments);
                }));
    }

    private interface Answer {
        Object to(Object... arguments);
    }

    private static class Store implements IdentityProviderStorageProviderFactory<IdentityProviderStorageProvider> {

        private final String id;
        private final int order;

        Store(String id, int order) {
            this.id = id;
            this.order = order;
        }

        @Override
        public IdentityProviderStorageProvider create(KeycloakSession session) {
            throw new AssertionError("Nobody expected it");
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public void init(Config.Scope config) {
            // nothing to configure
        }

        @Override
        public void postInit(KeycloakSessionFactory factory) {
            // nothing to prepare
        }

        @Override
        public void close() {
            // nothing is held
        }

        @Override
        public String getId() {
            return id;
        }
    }

    private static final class Gate extends Store {

        Gate() {
            super("gate", 1000);
        }
    }
}
