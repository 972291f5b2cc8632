package dev.externaltenants.samples.claims;

import java.time.Duration;
import java.util.Map;

/** How the API answers a call whose token is good. */
public sealed interface Answer {

    /** As agreed at token issuance: these claims. */
    record Claims(Map<String, Object> claims) implements Answer {}

    /** As agreed, to whichever event it is. */
    record ToEvent() implements Answer {}

    /** Silence for that long, then nothing. */
    record Hang(Duration duration) implements Answer {}

    /** Something else, for seeing what callers make of it. */
    record Other(int status, String contentType, String body) implements Answer {

        public static Other status(int status) {
            return new Other(status, "application/json", "{}");
        }
    }
}
