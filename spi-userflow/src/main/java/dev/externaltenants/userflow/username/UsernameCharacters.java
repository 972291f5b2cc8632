package dev.externaltenants.userflow.username;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

/**
 * Which characters a user name is made of: such as can be seen, and of one way to write. Two names that look alike would let
 * one customer pass for another.
 */
final class UsernameCharacters {

    /** Those of more than one script that belong together: UTS #39, "highly restrictive". */
    private static final Set<Set<UnicodeScript>> TOGETHER = Set.of(
            EnumSet.of(LATIN, HAN, HIRAGANA, KATAKANA),
            EnumSet.of(LATIN, HAN, BOPOMOFO),
            EnumSet.of(LATIN, HAN, HANGUL));

    private UsernameCharacters() {}

    static boolean suit(String name) {
        return name.codePoints().allMatch(UsernameCharacters::isVisible) && areOfOneWriting(name);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isIgnorable(character);
        };
    }

    /** The rest of Unicode's Default_Ignorable_Code_Point, which Java does not know, and a Braille pattern of no dots. */
    private static boolean isIgnorable(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || (character >= 0x180B && character <= 0x180F)
                || character == 0x2800
                || character == 0x3164
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFFA0
                || (character >= 0xE0000 && character <= 0xE0FFF);
    }

    private static boolean areOfOneWriting(String name) {
        Set<UnicodeScript> scripts = name.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != COMMON && script != INHERITED)
                .collect(Collectors.toSet());
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(all -> all.containsAll(scripts));
    }
}
