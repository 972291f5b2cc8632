package dev.externaltenants.tenant.accounts;

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
}
