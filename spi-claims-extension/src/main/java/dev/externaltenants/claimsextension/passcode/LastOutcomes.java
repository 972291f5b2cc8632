package dev.externaltenants.claimsextension.passcode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which extensions did not take the last code that they were asked to send.
 *
 * <p>A mail without a code, to an address that has no account, must fare as a code would: else the page that says what could
 * not be sent would tell which addresses have one.
 */
final class LastOutcomes {

    private final Map<String, Failure> failing = new ConcurrentHashMap<>();

    /** How the last code failed, which decides on what it cost. */
    enum Failure {
        UNHEARD,
        PERHAPS_HEARD
    }

    void taken(String extensionId) {
        failing.remove(extensionId);
    }

    void failed(String extensionId, Failure failure) {
        failing.put(extensionId, failure);
    }

    /** Returns how the last code failed, if it did. */
    Optional<Failure> failing(String extensionId) {
        return Optional.ofNullable(failing.get(extensionId));
    }
}
