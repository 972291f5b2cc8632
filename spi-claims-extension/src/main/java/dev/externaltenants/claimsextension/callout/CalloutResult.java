package dev.externaltenants.claimsextension.callout;

import java.time.Duration;

/**
 * What came of a callout.
 *
 * @param <A> what the answer means
 */
public sealed interface CalloutResult<A> {

    /** The API answered as the contract wants it. */
    record Answered<A>(A answer) implements CalloutResult<A> {}

    /**
     * No try gave an answer that can be used.
     *
     * @param status the last answer's, where that is what is wrong with it, or null
     * @param at where in the answer it is, or null where that is not said
     * @param correlationId by which the API knows the call, or null where none was made
     * @param perhapsHeard whether the API may have been told, and have done what it was asked to
     * @param ofTokenEndpoint whether the fault is of the server that gives tokens for the API, which was not told then
     */
    record Failed<A>(
            CalloutError error,
            Duration duration,
            int tries,
            Integer status,
            String at,
            String correlationId,
            boolean perhapsHeard,
            boolean ofTokenEndpoint)
            implements CalloutResult<A> {

        public Failed(CalloutError error, Duration duration, int tries) {
            this(error, duration, tries, null, null, null, true, false);
        }

        /** The API was not even called. */
        public static <A> Failed<A> untried(CalloutError error) {
            return new Failed<>(error, Duration.ZERO, 0, null, null, null, false, false);
        }
    }
}
