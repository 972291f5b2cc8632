package dev.externaltenants.tests.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Walks a JAX-RS resource class and its sub-resource locators by their declared return types. */
final class RestMethods {

    /** Deeper than any path of ours; a locator that returns its own class would go on for ever. */
    private static final int DEEPEST = 8;

    private final List<RestMethod> found = new ArrayList<>();
    private final boolean ours;

    private RestMethods(boolean ours) {
        this.ours = ours;
    }

    static List<RestMethod> under(String prefix, Class<?> root) {
        return new RestMethods(true).from(prefix, root);
    }

    /** As {@link #under}, but passes by what Keycloak hides behind {@code Object}: the extensions, ours among them. */
    static List<RestMethod> ofKeycloakUnder(String prefix, Class<?> root) {
        return new RestMethods(false).from(prefix, root);
    }

    private List<RestMethod> from(String prefix, Class<?> root) {
        walk(root, prefix, 0);
        return found;
    }

    private void walk(Class<?> resource, String prefix, int depth) {
        if (depth > DEEPEST && !ours) {
            return;
        }
        if (depth > DEEPEST) {
            throw new IllegalStateException("Sub-resources nest deeper than " + DEEPEST + " at " + prefix);
        }
        for (Method method : resource.getMethods()) {
            String path = join(prefix, method.getAnnotation(Path.class));
            List<String> verbs = verbs(method);
            verbs.forEach(verb -> found.add(new RestMethod(verb, path)));
            boolean locates = verbs.isEmpty() && method.isAnnotationPresent(Path.class);
            if (locates && (ours || method.getReturnType() != Object.class)) {
                walk(located(method), path, depth + 1);
            }
        }
    }

    private static Class<?> located(Method locator) {
        if (locator.getReturnType() == Object.class) {
            throw new IllegalStateException(locator + " hides its resource's methods: declare the class it returns");
        }
        return locator.getReturnType();
    }

    private static List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        return verbs;
    }

    private static String join(String prefix, Path path) {
        String last = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return last.isEmpty() ? prefix : prefix + "/" + last;
    }
}
