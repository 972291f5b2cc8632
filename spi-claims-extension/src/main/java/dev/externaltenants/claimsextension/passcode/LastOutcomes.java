package dev.externaltenants.claimsextension.passcode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which extensions did not take the last code that they were asked to send.
 *
 * <p>A mail without a code, to an address that has no account, must fare as a code would: else the page that says what could
 * not be sent would tell which addresses have one.
 */
final class LastOutcomes {

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void taken(String extensionId) {
        failing.remove(extensionId);
    }

    void failed(String extensionId) {
        failing.add(extensionId);
    }

    boolean failing(String extensionId) {
        return failing.contains(extensionId);
    }
}
