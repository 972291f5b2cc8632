package dev.externaltenants.samples.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that arrived.
 *
 * @param number counts from 1 in order of arrival
 * @param text the plain part, or the empty string
 * @param html the HTML part, or the empty string
 */
public record Mail(int number, Instant received, String to, String from, String subject, String text, String html) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{8}(?!\\d)");

    /** The one-time passcode in the text, if there is one. */
    public Optional<String> code() {
        Matcher found = CODE.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
