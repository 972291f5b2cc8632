package dev.externaltenants.emailotp;

import java.util.List;

/**
 * How an account without a password signs in, to be told to its mailbox only.
 *
 * @param byCode whether a code by e-mail opens it
 * @param providers names of its identity providers, as customers know them
 */
public record SignInWays(boolean byCode, List<String> providers) {

    /** Of nobody, or not to be told. */
    public static final SignInWays NONE = new SignInWays(false, List.of());

    public SignInWays {
        providers = List.copyOf(providers);
    }
}
