package dev.externaltenants.themes;

import java.util.function.IntFunction;

/**
 * Which whole numbers a language words alike, by the cardinal rules of Unicode CLDR
 * (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
 */
final class PluralKinds {

    private PluralKinds() {}

    /** The kind of each whole number in a language; languages without a line here tell only one from more. */
    static IntFunction<String> of(String language) {
        return switch (language) {
            case "ar" -> PluralKinds::arabic;
            case "he" -> number -> number == 1 ? "one" : number == 2 ? "two" : "other";
            case "cs", "sk" -> number -> number == 1 ? "one" : number >= 2 && number <= 4 ? "few" : "other";
            case "pl" -> number -> number == 1 ? "one" : lastDigit(number, 2, 4) ? "few" : "many";
            case "ru", "uk" -> number -> eastSlavic(number, "many");
            case "hr", "sr_Latn" -> number -> eastSlavic(number, "other");
            case "sl" -> PluralKinds::slovenian;
            case "lt" -> number -> lastDigit(number, 1, 1) ? "one" : lastDigit(number, 2, 9) ? "few" : "other";
            case "lv" -> number -> lastDigit(number, 1, 1) ? "one" : lastDigit(number, 2, 9) ? "other" : "zero";
            case "ro" -> number -> number == 1 ? "one" : number % 100 >= 20 || number == 100 ? "other" : "few";
            default -> number -> number == 1 ? "one" : "other";
        };
    }

    private static String arabic(int number) {
        int rest = number % 100;
        if (number <= 2) {
            return number == 1 ? "one" : "two";
        }
        return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
    }

    private static String eastSlavic(int number, String others) {
        return lastDigit(number, 1, 1) ? "one" : lastDigit(number, 2, 4) ? "few" : others;
    }

    private static String slovenian(int number) {
        return switch (number % 100) {
            case 1 -> "one";
            case 2 -> "two";
            case 3, 4 -> "few";
            default -> "other";
        };
    }

    /** Whether the last digit is within the bounds, and the number is none of 11 to 19, which every such rule leaves out. */
    private static boolean lastDigit(int number, int from, int to) {
        int teen = number % 100;
        return number % 10 >= from && number % 10 <= to && (teen < 11 || teen > 19);
    }
}
