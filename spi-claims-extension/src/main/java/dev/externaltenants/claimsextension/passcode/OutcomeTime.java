package dev.externaltenants.claimsextension.passcode;

import java.time.Duration;

import dev.externaltenants.claimsextension.EventHandler;

/**
 * When it is told that a code could not be sent: as late as an API may make it that hangs at each try. Told at once, a
 * failure would say whether there was a call, and with it whether the address has an account.
 */
record OutcomeTime(long nanoTime) {

    /** What a call may take beyond its timeouts on a busy machine. */
    private static final Duration ROOM = Duration.ofMillis(500);

    /** Begins now; at once where the extension is gone, which no address is asked of. */
    static OutcomeTime of(EventHandler handler) {
        Duration longest = handler.extension()
                .map(extension -> Duration.ofMillis(extension.timeoutInMilliseconds())
                        .multipliedBy(1L + extension.maximumRetries())
                        .plus(ROOM))
                .orElse(Duration.ZERO);
        return new OutcomeTime(System.nanoTime() + longest.toNanos());
    }

    /** Returns what is left until then, not below zero. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
