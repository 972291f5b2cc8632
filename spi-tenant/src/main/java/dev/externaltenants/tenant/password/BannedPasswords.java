package dev.externaltenants.tenant.password;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words that make a password easy to guess, matched as Entra does it: in normalised form, with one typing error at most,
 * and by points where a word is only a part. A word counts one point and any other character one, and five are needed.
 */
final class BannedPasswords {

    private static final int POINTS_NEEDED = 5;

    /** What people write for a letter. */
    private static final Map<Character, Character> WRITTEN_FOR = Map.of(
            '0', 'o',
            '1', 'l',
            '3', 'e',
            '4', 'a',
            '5', 's',
            '7', 't',
            '@', 'a',
            '$', 's',
            '!', 'l');

    private final Map<Character, List<String>> longestFirstByStart;

    BannedPasswords(Collection<String> words) {
        longestFirstByStart = words.stream()
                .map(BannedPasswords::normalised)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    boolean bans(String password) {
        String normalised = normalised(password);
        return points(normalised) < POINTS_NEEDED || isNearlyAWord(normalised);
    }

    static String normalised(String text) {
        StringBuilder normalised = new StringBuilder(text.length());
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            normalised.append(WRITTEN_FOR.getOrDefault(c, c).charValue());
        }
        return normalised.toString();
    }

    private int points(String normalised) {
        int points = 0;
        for (int at = 0; at < normalised.length(); points++) {
            at += lengthOfWordAt(normalised, at);
        }
        return points;
    }

    private int lengthOfWordAt(String normalised, int at) {
        return longestFirstByStart.getOrDefault(normalised.charAt(at), List.of()).stream()
                .filter(word -> normalised.startsWith(word, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(1);
    }

    private boolean isNearlyAWord(String normalised) {
        return longestFirstByStart.values().stream()
                .flatMap(List::stream)
                .anyMatch(word -> differInOneCharacter(word, normalised));
    }

    /** Returns whether one character too many, too few or another one is all that tells the two apart. */
    private static boolean differInOneCharacter(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        int skipped = shorter.length() == longer.length() ? Math.min(same + 1, shorter.length()) : same;
        return shorter.substring(skipped).equals(longer.substring(Math.min(same + 1, longer.length())));
    }
}
