package dev.externaltenants.emailotp;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.services.validation.Validation;

/**
 * An address in the one spelling that everything is sent to and counted by.
 *
 * <p>The mail goes to this spelling too, and never to the one that was typed: what the code proves is the address that
 * it was read at.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 255;

    /** Returns the address, or nothing when mail cannot be sent to it or it has other spellings than this one. */
    public static Optional<EmailAddress> parse(String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.length() <= MAX_LENGTH)
                // Before anything is stripped or folded, which would hide them: a line break begins a mail header.
                .filter(text -> text.codePoints().noneMatch(EmailAddress::isInvisible))
                .map(text -> normalise(text.strip()))
                // "anna"@ is anna@: with quotes one mailbox would have several budgets.
                .filter(text -> text.indexOf('"') < 0)
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(Validation::isEmailValid)
                .map(EmailAddress::new);
    }

    /**
     * Folds upper case, Unicode's look-alike forms (NFKC) and both notations of an international domain.
     *
     * <p>The domain stays in letters rather than punycode, because that is what its owner types to sign in.
     */
    static String normalise(String address) {
        // Again after lower case: some small letters have a composed form that their capitals lack.
        String folded = compose(compose(address).toLowerCase(Locale.ROOT));
        int domain = folded.lastIndexOf('@') + 1;
        return folded.substring(0, domain) + inLetters(folded.substring(domain));
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String inLetters(String domain) {
        try {
            return IDN.toUnicode(IDN.toASCII(domain)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // No domain; whoever parses refuses it.
            return domain;
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
