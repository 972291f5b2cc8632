package dev.externaltenants.userflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

/**
 * An operator's regular expression, matched with a bounded number of steps.
 *
 * <p>A pattern such as {@code (.*a){12}b} needs more time than anybody has on a value made for it, and everybody can
 * submit one. Java's matcher cannot be given a limit, but each of its steps reads a character, so the reads are counted.
 */
public final class BoundedPattern {

    private static final Logger LOG = Logger.getLogger(BoundedPattern.class);

    /** Honest patterns on values of 1024 characters need a few thousand reads; a million take some 20 ms. */
    private static final int MAX_READS = 1_000_000;

    /** More patterns than ten flows of fifty fields have; edited ones make room by a fresh start. */
    private static final int MAX_CACHED = 1_000;

    private static final Map<String, BoundedPattern> CACHE = new ConcurrentHashMap<>();

    private final Pattern pattern;

    private BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    public static BoundedPattern of(String regex) {
        if (CACHE.size() > MAX_CACHED) {
            CACHE.clear();
        }
        return CACHE.computeIfAbsent(regex, BoundedPattern::new);
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
