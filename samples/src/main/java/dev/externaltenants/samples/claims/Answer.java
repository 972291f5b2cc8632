package dev.externaltenants.samples.claims;

import java.time.Duration;
import java.util.Map;

/** How the claims API answers a call whose token is good. */
public sealed interface Answer {

    /** As agreed: these claims. */
    record Claims(Map<String, Object> claims) implements Answer {}

    /** As agreed, with the loyalty tier of the user in the request. */
    record LoyaltyTier() implements Answer {}

    /** Silence for that long, then nothing. */
    record Hang(Duration duration) implements Answer {}

    /** Something else, for seeing what callers make of it. */
    record Other(int status, String contentType, String body) implements Answer {

        public static Other status(int status) {
            return new Other(status, "application/json", "{}");
        }
    }
}
