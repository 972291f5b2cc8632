package dev.externaltenants.customattributes.purge;

/**
 * The removal of the values that accounts have of a deleted attribute.
 *
 * @param attribute whose values go
 * @param startedAt when the attribute was deleted
 * @param finishedAt when the last value had gone, or null
 * @param accounts how many had a value at the start
 * @param remaining how many have one by now
 */
public record ValuePurge(
        String attribute, Status status, String startedAt, String finishedAt, long accounts, long remaining) {

    /** How far it is. */
    public enum Status {
        RUNNING,
        DONE,
        /** Somebody put the attribute back into Keycloak's user profile; what has gone has gone. */
        STOPPED
    }
}
