package dev.externaltenants.userflow;

/**
 * Stops the start when the jar that all others build on is missing: the self-check is in that jar, so nobody else would say
 * so, and requests would fail one by one.
 */
public final class RequiredModule {

    private static final String ITS_CLASS = "dev.externaltenants.compat.KeycloakCompat";

    private RequiredModule() {}

    /** @throws IllegalStateException when the loader does not find {@code external-tenants-keycloak-compat} */
    public static void check(ClassLoader loader) {
        try {
            Class.forName(ITS_CLASS, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "external-tenants-keycloak-compat is missing in providers/: install all jars of one External Tenants"
                            + " version, and run kc.sh build",
                    e);
        }
    }
}
