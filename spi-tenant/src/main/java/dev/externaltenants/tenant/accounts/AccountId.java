package dev.externaltenants.tenant.accounts;

import java.util.regex.Pattern;

/** Ids of accounts as paths name them. */
public final class AccountId {

    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9._-]{1,36}");

    private AccountId() {}

    /** Databases refuse some characters outright, so what cannot be an id is not looked up. */
    public static boolean isPossible(String id) {
        return POSSIBLE.matcher(id).matches();
    }
}
