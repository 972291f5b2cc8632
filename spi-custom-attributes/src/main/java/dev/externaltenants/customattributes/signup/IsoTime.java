package dev.externaltenants.customattributes.signup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Days and moments as browsers send and people type them, in the one spelling that is stored. */
final class IsoTime {

    private static final int LENGTH_OF_DATE = "2026-12-31".length();
    private static final int MAX_LENGTH = 40;
    private static final int LAST_YEAR = 9999;

    private IsoTime() {}

    /** Returns the day as {@code YYYY-MM-DD}, or empty when the text is none of the years 1 to 9999. */
    static Optional<String> date(String text) {
        return text.length() == LENGTH_OF_DATE
                ? parsed(text, LocalDate::parse)
                        .filter(day -> hasFourDigits(day.getYear()))
                        .map(LocalDate::toString)
                : Optional.empty();
    }

    /** Returns the moment as an instant; what names no offset, as browsers do, is taken as UTC. */
    static Optional<String> instant(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String iso = text.toUpperCase(Locale.ROOT).replace(' ', 'T');
        return parsed(iso, OffsetDateTime::parse)
                .map(OffsetDateTime::toInstant)
                .or(() -> parsed(iso, LocalDateTime::parse).map(local -> local.toInstant(ZoneOffset.UTC)))
                .filter(moment -> hasFourDigits(moment.atOffset(ZoneOffset.UTC).getYear()))
                .map(Instant::toString);
    }

    private static boolean hasFourDigits(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
