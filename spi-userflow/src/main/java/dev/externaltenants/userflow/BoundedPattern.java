package dev.externaltenants.userflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

/**
 * An operator's regular expression, matched with a bounded number of steps.
 *
 * <p>A pattern such as {@code (.*a){12}b} needs more time than anybody has on a value made for it, and everybody can
 * submit one. Java's matcher cannot be given a limit, but the reads of characters can be counted; {@link PatternSyntax}
 * says why there is little between two of them.
 */
public final class BoundedPattern {

    private static final Logger LOG = Logger.getLogger(BoundedPattern.class);

    /** Honest patterns on values of 1024 characters need a few thousand reads. */
    private static final int MAX_READS = 100_000;

    /** More patterns than ten flows of fifty fields have; edited ones make room by a fresh start. */
    private static final int MAX_CACHED = 1_000;

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final Map<Key, BoundedPattern> CACHE = new ConcurrentHashMap<>();

    private final Pattern pattern;

    private record Key(String regex, int flags) {}

    private BoundedPattern(Key key) {
        this.pattern = PatternRules.refusal(key.regex)
                .map(refusal -> {
                    // Stored past our rules, as by an edit of the database.
                    LOG.warnf("The pattern %s is refused, and so is every value: %s", key.regex, refusal);
                    return NOTHING;
                })
                .orElseGet(() -> Pattern.compile(key.regex, key.flags));
    }

    public static BoundedPattern of(String regex) {
        return cached(new Key(regex, 0));
    }

    /** Returns one that takes capitals for small letters, of any alphabet, and the other way round. */
    public static BoundedPattern ignoringCase(String regex) {
        return cached(new Key(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static BoundedPattern cached(Key key) {
        if (CACHE.size() > MAX_CACHED) {
            CACHE.clear();
        }
        return CACHE.computeIfAbsent(key, BoundedPattern::new);
    }

    /** Returns whether the whole value matches; a match that takes too many steps is none. */
    public boolean matches(String value) {
        try {
            return pattern.matcher(new CountedReads(value)).matches();
        } catch (TooManyReads | StackOverflowError e) {
            LOG.warnf("The pattern %s takes too many steps; a value was refused", pattern);
            return false;
        }
    }

    private static final class TooManyReads extends RuntimeException {
        TooManyReads() {
            super(null, null, false, false);
        }
    }

    private static final class CountedReads implements CharSequence {

        private final CharSequence value;
        private int reads;

        CountedReads(CharSequence value) {
            this.value = value;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MAX_READS) {
                throw new TooManyReads();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.subSequence(start, end);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
