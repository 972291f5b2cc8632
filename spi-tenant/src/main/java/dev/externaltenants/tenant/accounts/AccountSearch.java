package dev.externaltenants.tenant.accounts;

import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.compat.UserDirectory.Having;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Paging;

/** What lists of accounts are asked for. There may be hundreds of thousands, so a page has an end. */
public final class AccountSearch {

    private static final int MOST = 1000;

    private AccountSearch() {}

    /** @throws TenantException {@code xt_invalid_value} for what no account can have */
    public static String text(String search) {
        String text = search == null ? "" : search.strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw TenantException.invalid("xt_invalid_value", "search", "A text without controls.");
        }
        return text;
    }

    /** @throws TenantException {@code xt_invalid_value} for a negative number or more than a page may have */
    public static int max(String max) {
        int wanted = Paging.max(max);
        if (wanted > MOST) {
            throw TenantException.invalid("xt_invalid_value", "max", "A whole number up to " + MOST + ".");
        }
        return wanted;
    }

    /**
     * Reads {@code name:value}; the value may have colons.
     *
     * @throws TenantException {@code xt_invalid_value}, {@code xt_attribute_unknown}
     */
    public static Having having(String attribute, Function<String, Optional<TenantAttribute>> catalogue) {
        int colon = attribute.indexOf(':');
        String value = attribute.substring(colon + 1);
        if (colon < 0 || value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw TenantException.invalid(
                    "xt_invalid_value", "attribute", "The name of an attribute, a colon, and the value.");
        }
        return catalogue
                .apply(attribute.substring(0, colon))
                .map(known -> new Having(known.userAttribute(), value))
                .orElseThrow(() -> TenantException.invalid(
                        "xt_attribute_unknown", "attribute", "The tenant has no attribute of this name."));
    }
}
