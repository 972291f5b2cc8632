package dev.externaltenants.userflow;

import java.util.Optional;

/** What an app's mapping says. */
public sealed interface AppFlow {

    /** The app is mapped to an enabled flow. */
    record Assigned(UserFlow userFlow) implements AppFlow {}

    /** The app is mapped to none: existing customers sign in with the tenant's defaults, nobody signs up. */
    record None() implements AppFlow {}

    /**
     * The app points at a flow that is unknown or disabled, or overrides the tenant's flows so that no step of a user flow
     * would run: it is refused.
     */
    record Unavailable(String flowId) implements AppFlow {}

    default Optional<UserFlow> assignedFlow() {
        return this instanceof Assigned assigned ? Optional.of(assigned.userFlow()) : Optional.empty();
    }

    default boolean signUpAllowed() {
        return assignedFlow().map(UserFlow::signUpAllowed).orElse(false);
    }
}
