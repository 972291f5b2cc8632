package dev.externaltenants.userflow.rest;

import java.util.Optional;

import dev.externaltenants.userflow.TenantException;

/** Query parameters that say yes or no. Taken as they were sent: what is misspelt must not pass for either. */
public final class Flag {

    private Flag() {}

    /**
     * Returns what was said, or nothing when the parameter is absent.
     *
     * @throws TenantException {@code xt_invalid_value}
     */
    public static Optional<Boolean> of(String name, String value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw TenantException.invalid("xt_invalid_value", name, "Either true or false.");
        };
    }
}
