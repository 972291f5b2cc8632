package dev.externaltenants.compat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/**
 * Keycloak's own store of identity providers with a gate in front of the two look-ups that its broker makes for each
 * sign-in. All else goes to that store, whatever methods a later Keycloak gives it.
 *
 * <p>A gate that nobody passes by would let in everybody unseen, so what it stands on is looked at when the server starts.
 */
public final class GatedProviderStore {

    private static final Class<IdentityProviderStorageProvider> STORE = IdentityProviderStorageProvider.class;

    /** Each takes the alias alone. */
    private static final Set<String> LOOK_UPS = Set.of("getByAlias", "getMappersByAliasStream");

    private final String behind;

    private GatedProviderStore(String behind) {
        this.behind = behind;
    }

    /**
     * Returns Keycloak's store, to be put behind the factory's gate.
     *
     * @throws IllegalStateException when there is none, as where the server's options name the gate as the only one
     */
    public static GatedProviderStore behind(ProviderFactory<?> gate, KeycloakSessionFactory server) {
        return server.getProviderFactoriesStream(STORE)
                .filter(other -> other != gate)
                .max(Comparator.comparingInt(other -> other.order()))
                .map(other -> new GatedProviderStore(other.getId()))
                .orElseThrow(() -> new IllegalStateException(
                        "There is no store of identity providers but " + gate.getId() + ": remove the option"
                                + " --spi-identity-provider-storage--provider, and run kc.sh build"));
    }

    /**
     * Stops the start of a server whose broker would not come to the gate.
     *
     * @throws IllegalStateException when another store is in force, or Keycloak's has not the methods that the gate is for
     */
    public static void requireInForce(Class<? extends ProviderFactory<?>> gate, KeycloakSessionFactory server) {
        ProviderFactory<?> inForce = server.getProviderFactory(STORE);
        if (!gate.isInstance(inForce)) {
            throw new IllegalStateException(
                    ("Identity providers would be let in past the user flows: their store is %s, not %s. Remove the"
                                    + " extension or option that puts it there, and run kc.sh build")
                            .formatted(
                                    inForce == null
                                            ? "none"
                                            : inForce.getClass().getName(),
                                    gate.getName()));
        }
        Set<String> found = Stream.of(STORE.getMethods())
                .filter(GatedProviderStore::isLookUp)
                .map(Method::getName)
                .collect(Collectors.toSet());
        if (!found.equals(LOOK_UPS)) {
            throw new IllegalStateException(
                    "This Keycloak looks identity providers up by %s, not by %s".formatted(found, LOOK_UPS));
        }
    }

    /** @param gate gets the alias before it is looked up, and refuses it by an exception */
    public IdentityProviderStorageProvider open(KeycloakSession session, Consumer<String> gate) {
        IdentityProviderStorageProvider store = session.getProvider(STORE, behind);
        return (IdentityProviderStorageProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {STORE}, (proxy, method, arguments) -> {
                    if (isLookUp(method)) {
                        gate.accept((String) arguments[0]);
                    }
                    // Keycloak closes its own one.
                    return method.getName().equals("close") ? null : call(store, method, arguments);
                });
    }

    private static boolean isLookUp(Method method) {
        return LOOK_UPS.contains(method.getName())
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == String.class;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
