package dev.externaltenants.userflow;

import java.util.regex.PatternSyntaxException;

/**
 * The part of Java's regular expressions that is matched without doing much between two characters of the value.
 *
 * <p>Java's matcher tries one way after another, and ways on which it reads no character cannot be counted while it matches:
 * {@code (?:|)} forty-eight times has 2<sup>48</sup> of them. So whatever repeats, may be left out, or stands between bars
 * takes at least one character here. Then there is one way at most from a place in the pattern to another one, times the
 * repetitions around it, before the next character is read; and {@link BoundedPattern} counts those.
 */
final class PatternSyntax {

    /** Values have at most 1024 characters. */
    private static final int MAX_COUNT = 1024;

    private static final int MAX_NESTED_REPEATS = 3;
    private static final String QUANTIFIERS = "*+?{";
    private static final String CLASSES = "dDwWsS";

    private final String pattern;
    private int at;

    private PatternSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** @throws PatternSyntaxException where the pattern leaves the syntax; what is left to say, Java's compiler says */
    static void check(String pattern) {
        PatternSyntax syntax = new PatternSyntax(pattern);
        syntax.take('^');
        syntax.alternatives();
        if (!syntax.isAtEnd()) {
            throw syntax.refused("a closing parenthesis too many");
        }
    }

    /**
     * @param takes whether it takes at least one character of any value
     * @param repeats how many repetitions are one in the other
     */
    private record Part(boolean takes, int repeats) {

        Part then(Part next) {
            return new Part(takes || next.takes, Math.max(repeats, next.repeats));
        }
    }

    private static final Part NOTHING = new Part(false, 0);
    private static final Part CHARACTER = new Part(true, 0);

    private Part alternatives() {
        Part all = sequence();
        while (take('|')) {
            Part next = sequence();
            if (!all.takes || !next.takes) {
                throw refused("each alternative takes at least one character");
            }
            all = all.then(next);
        }
        return all;
    }

    private Part sequence() {
        Part all = NOTHING;
        while (!isAtEnd() && peek() != '|' && peek() != ')') {
            all = all.then(quantified());
        }
        return all;
    }

    private Part quantified() {
        Part once = one();
        if (isAtEnd() || QUANTIFIERS.indexOf(peek()) < 0) {
            return once;
        }
        if (!once.takes) {
            throw refused("what is repeated or may be left out takes at least one character");
        }
        Part repeated = new Part(quantifier() > 0, once.repeats + 1);
        if (repeated.repeats > MAX_NESTED_REPEATS) {
            throw refused("at most " + MAX_NESTED_REPEATS + " repetitions are one in the other");
        }
        if (!isAtEnd() && QUANTIFIERS.indexOf(peek()) >= 0) {
            throw refused("one repetition follows another");
        }
        return repeated;
    }

    /** Returns how often at least. */
    private int quantifier() {
        return switch (next()) {
            case '+' -> 1;
            case '{' -> counts();
            default -> 0;
        };
    }

    private int counts() {
        int least = count();
        int most = take(',') ? peek() == '}' ? MAX_COUNT : count() : least;
        if (!take('}') || most == 0 || least > most) {
            throw refused("a count is {n}, {n,} or {n,m}, of 1 to " + MAX_COUNT);
        }
        return least;
    }

    private int count() {
        int count = 0;
        int start = at;
        while (!isAtEnd() && peek() >= '0' && peek() <= '9' && count <= MAX_COUNT) {
            count = count * 10 + next() - '0';
        }
        if (at == start || count > MAX_COUNT) {
            throw refused("a count is a number of at most " + MAX_COUNT);
        }
        return count;
    }

    /** What a quantifier would repeat. */
    private Part one() {
        return switch (next()) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '$' -> end();
            case '^' -> throw refused("^ is the first character, if it is there");
            case '*', '+', '?', '{' -> throw refused("there is nothing to repeat");
            default -> CHARACTER;
        };
    }

    private Part end() {
        if (!isAtEnd()) {
            throw refused("$ is the last character, if it is there");
        }
        return NOTHING;
    }

    private Part group() {
        if (take('?') && !take(':')) {
            throw refused("a group is (…) or (?:…), without flags, names or looks around");
        }
        Part all = alternatives();
        if (!take(')')) {
            throw refused("a group is not closed");
        }
        return all;
    }

    /** One without another in it, so that there is no doubt where it ends. */
    private Part characterClass() {
        take('^');
        int start = at;
        while (peek() != ']' || at == start) {
            char next = next();
            if (next == '[' || next == ']' || (next == '&' && peek() == '&')) {
                throw refused("a class in [] has no other one in it, and no &&");
            }
            if (next == '\\') {
                escape();
            }
        }
        next();
        return CHARACTER;
    }

    private Part escape() {
        char escaped = next();
        if (escaped == 'p' || escaped == 'P') {
            property();
        } else if (Character.isLetterOrDigit(escaped) && CLASSES.indexOf(escaped) < 0) {
            throw refused("\\" + escaped + " is none of \\d, \\w, \\s, their capitals, \\p{…} and \\P{…}");
        }
        return CHARACTER;
    }

    /** In braces: Java's \\pL would end elsewhere. The name is for Java's compiler to know. */
    private void property() {
        boolean braced = take('{');
        while (braced && peek() != '}') {
            braced = Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '=';
            next();
        }
        if (!braced) {
            throw refused("a property is \\p{Name} or \\P{Name}");
        }
        next();
    }

    private boolean isAtEnd() {
        return at == pattern.length();
    }

    private boolean take(char wanted) {
        boolean is = !isAtEnd() && pattern.charAt(at) == wanted;
        at += is ? 1 : 0;
        return is;
    }

    private char peek() {
        if (isAtEnd()) {
            throw refused("it ends too early");
        }
        return pattern.charAt(at);
    }

    private char next() {
        char next = peek();
        at++;
        return next;
    }

    private PatternSyntaxException refused(String why) {
        return new PatternSyntaxException(why, pattern, at);
    }
}
