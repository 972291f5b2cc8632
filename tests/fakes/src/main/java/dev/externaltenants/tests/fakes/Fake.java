package dev.externaltenants.tests.fakes;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.keycloak.models.KeycloakSession;

/** Stands in for an interface of Keycloak; a method that a test did not expect fails it by name. */
public final class Fake<T> {

    private final Class<T> type;
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    private Fake(Class<T> type) {
        this.type = type;
    }

    public static <T> Fake<T> of(Class<T> type) {
        return new Fake<>(type);
    }

    /** Returns a session that has these providers and nothing else. */
    public static Fake<KeycloakSession> session(Map<Class<?>, Object> providers) {
        return of(KeycloakSession.class).on("getProvider", arguments -> providers.get(arguments[0]));
    }

    public Fake<T> on(String method, Function<Object[], Object> answer) {
        answers.put(method, answer);
        return this;
    }

    public T get() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer != null) {
                        return answer.apply(arguments == null ? new Object[0] : arguments);
                    }
                    return switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> "fake " + type.getSimpleName();
                        default -> throw new AssertionError("Nobody expected " + method);
                    };
                }));
    }
}
