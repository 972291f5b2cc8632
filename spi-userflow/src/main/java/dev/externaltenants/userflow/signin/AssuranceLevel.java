package dev.externaltenants.userflow.signin;

/**
 * Levels of authentication in a tenant's browser flow, in Keycloak's own step-up sense: they travel in the session and
 * the {@code acr} claim, so a session that proved one factor never satisfies an app that asks for two.
 */
public final class AssuranceLevel {

    /** One factor was proven. */
    public static final int ONE_FACTOR = 1;

    /** Two factors were proven. */
    public static final int TWO_FACTORS = 2;

    private AssuranceLevel() {}
}
