package dev.externaltenants.userflow.broker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderStorageProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Puts {@link BrokerDoors} in front of Keycloak's own store of identity providers, in the two look-ups that its broker makes
 * for each sign-in. All else goes to that store, whatever methods a later Keycloak gives it.
 */
public final class GatedProvidersFactory
        implements IdentityProviderStorageProviderFactory<IdentityProviderStorageProvider> {

    private static final String ID = "xt-gated";

    /** Above Keycloak's cache, which is 10. */
    private static final int ORDER = 1000;

    private static final Set<String> LOOK_UPS = Set.of("getByAlias", "getMappersByAliasStream");

    private String store;

    @Override
    public IdentityProviderStorageProvider create(KeycloakSession session) {
        IdentityProviderStorageProvider keycloaks = session.getProvider(IdentityProviderStorageProvider.class, store);
        BrokerDoors doors = new BrokerDoors(session);
        return (IdentityProviderStorageProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IdentityProviderStorageProvider.class},
                (proxy, method, arguments) -> {
                    if (LOOK_UPS.contains(method.getName())) {
                        doors.check((String) arguments[0]);
                    }
                    // Keycloak closes its own one.
                    return method.getName().equals("close") ? null : call(keycloaks, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        store = factory.getProviderFactoriesStream(IdentityProviderStorageProvider.class)
                .filter(other -> other != this)
                .max(Comparator.comparingInt(other -> other.order()))
                .map(other -> other.getId())
                .orElseThrow();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }
}
