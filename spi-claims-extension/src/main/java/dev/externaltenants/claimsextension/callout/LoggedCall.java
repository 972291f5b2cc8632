package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * What is kept of a callout: enough to see why a sign-in failed, and nothing of what was said about the customer.
 *
 * @param time when it was over, as ISO 8601
 * @param extension its name at that time; the id where it is gone
 * @param listenerId the event listener or user flow that had it asked
 * @param appId client id
 * @param tries of a failure; none where the API was left alone, or the call could not be made
 * @param status of the last answer, or null where none came
 * @param code Entra's number of what went wrong, or null
 * @param name Entra's name of what went wrong, or null
 * @param at where in the answer it is, by the names of its members, or null
 */
public record LoggedCall(
        String time,
        AuthenticationEvent event,
        String extensionId,
        String extension,
        String listenerId,
        String appId,
        Outcome outcome,
        Integer tries,
        long durationInMilliseconds,
        Integer status,
        Integer code,
        String name,
        String at,
        String correlationId) {

    /** Whether there was an answer that could be used. */
    public enum Outcome {
        /** The API gave it. */
        ANSWERED,
        /** It was in memory, and the API was not called. */
        CACHED,
        FAILED
    }

    /** Returns what a search looks through. */
    public String searched() {
        return String.join(" ", extension, appId, correlationId);
    }
}
