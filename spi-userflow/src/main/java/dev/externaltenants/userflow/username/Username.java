package dev.externaltenants.userflow.username;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A customer's name to sign in with, in the one spelling that is stored and looked up: without regard to case and to
 * Unicode's look-alike forms.
 *
 * <p>It is never shaped as an e-mail address, so that what is typed is either the one or the other.
 */
public record Username(String value) {

    public static final int MAX_LENGTH = 64;

    /** The attribute of a user flow that collects it, under Entra's name. */
    public static final String ATTRIBUTE = "username";

    /** Where it is kept. Not Keycloak's own user name, which follows the e-mail address; see ADR 8. */
    public static final String USER_ATTRIBUTE = "xt.username";

    /** Returns the name, or nothing when it can be none. */
    public static Optional<Username> parse(String typed) {
        return Optional.ofNullable(typed)
                // Before it is folded, which may make one character eighteen.
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(text -> normalise(text.strip()))
                .filter(name -> !name.isEmpty() && name.length() <= MAX_LENGTH)
                .filter(UsernameCharacters::suit)
                .filter(name -> !isAddress(name))
                .map(Username::new);
    }

    /** Whether what was typed can only be an e-mail address. */
    public static boolean isAddress(String typed) {
        return typed.indexOf('@') >= 0;
    }

    private static String normalise(String text) {
        String folded = compose(text).toLowerCase(Locale.ROOT);
        // Again after lower case: some small letters have a composed form that their capitals lack.
        return compose(folded);
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
