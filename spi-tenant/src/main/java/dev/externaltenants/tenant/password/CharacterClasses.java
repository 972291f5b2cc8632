package dev.externaltenants.tenant.password;

import java.util.EnumSet;
import java.util.Set;

/** The four classes of characters of Entra's password rule; it knows no others than those of ASCII. */
enum CharacterClasses {
    LOWER,
    UPPER,
    DIGIT,
    SYMBOL;

    private static final char FIRST = ' ';
    private static final char LAST = '~';

    static boolean hasOthers(String password) {
        return password.chars().anyMatch(c -> c < FIRST || c > LAST);
    }

    static int count(String password) {
        Set<CharacterClasses> found = EnumSet.noneOf(CharacterClasses.class);
        password.chars().forEach(c -> found.add(of((char) c)));
        return found.size();
    }

    private static CharacterClasses of(char c) {
        if (c >= 'a' && c <= 'z') {
            return LOWER;
        }
        if (c >= 'A' && c <= 'Z') {
            return UPPER;
        }
        return c >= '0' && c <= '9' ? DIGIT : SYMBOL;
    }
}
