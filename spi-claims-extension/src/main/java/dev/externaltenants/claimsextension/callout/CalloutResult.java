package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.Map;

/** What came of a callout. */
public sealed interface CalloutResult {

    /** The API answered: each value is a string or a list of strings. */
    record Claims(Map<String, Object> claims) implements CalloutResult {}

    /** No try gave an answer that can be used. */
    record Failed(CalloutError error, Duration duration, int tries) implements CalloutResult {}
}
