package dev.externaltenants.customattributes.admin;

import dev.externaltenants.userflow.TenantException;

/** What becomes of the values that customers have of a deleted attribute. */
final class StoredValues {

    private StoredValues() {}

    /** @throws TenantException {@code xt_invalid_value} for neither {@code keep} nor {@code purge} */
    static boolean arePurged(String values) {
        return switch (values == null ? "keep" : values) {
            case "keep" -> false;
            case "purge" -> true;
            default -> throw TenantException.invalid("xt_invalid_value", "values", "Either keep or purge.");
        };
    }
}
