package dev.externaltenants.claimsextension.callout;

import java.util.Map;

import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * What one event says beside what all say, and how its answer is read.
 *
 * @param <A> what the answer means
 */
public interface CalloutContract<A> {

    AuthenticationEvent event();

    /** Returns the members of {@code data} that only this event has, ready to be written as JSON. */
    default Map<String, Object> data() {
        return Map.of();
    }

    /** Returns whom the call is about where there is no account yet, such as an address, or null where nothing tells. */
    default String subject() {
        return null;
    }

    /**
     * Returns what the one action of an answer means.
     *
     * @throws CalloutException when it is none of the event's actions, or lacks what it needs
     */
    A read(CalloutAnswer answer) throws CalloutException;
}
