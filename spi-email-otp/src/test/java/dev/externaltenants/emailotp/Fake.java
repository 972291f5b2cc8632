package dev.externaltenants.emailotp;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** An implementation of one of Keycloak's wide interfaces that answers only what a test says. */
public final class Fake<T> {

    private final Class<T> type;
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    private Fake(Class<T> type) {
        this.type = type;
    }

    public static <T> Fake<T> of(Class<T> type) {
        return new Fake<>(type);
    }

    public Fake<T> answering(String method, Function<Object[], Object> answer) {
        answers.put(method, answer);
        return this;
    }

    public Fake<T> noting(String method, Consumer<Object[]> note) {
        return answering(method, arguments -> {
            note.accept(arguments);
            return null;
        });
    }

    public Fake<T> returning(String method, Object value) {
        return answering(method, arguments -> value);
    }

    public T make() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    return answer == null ? silence(self, method) : orSelf(self, method, answer.apply(arguments));
                }));
    }

    /** Builders go on; all else is empty. */
    private static Object silence(Object self, Method method) {
        if (method.getReturnType() == boolean.class) {
            return false;
        }
        if (method.getReturnType() == int.class) {
            return 0;
        }
        if (method.getReturnType() == Stream.class) {
            return Stream.empty();
        }
        return orSelf(self, method, null);
    }

    private static Object orSelf(Object self, Method method, Object value) {
        return value == null && method.getReturnType().isInstance(self) ? self : value;
    }
}
