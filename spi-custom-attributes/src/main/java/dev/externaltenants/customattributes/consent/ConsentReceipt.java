package dev.externaltenants.customattributes.consent;

import java.time.Instant;

/**
 * Evidence that a customer consented to a document, or took that back. It is written once and never changed.
 *
 * @param id of the receipt
 * @param attribute the attribute whose box was ticked
 * @param document to what
 * @param version of the document
 * @param language in which the label was shown, as a language tag; null where none was shown
 * @param textHash SHA-256 of the label as shown, in lower-case hex; null where none was shown
 * @param action whether the consent was given or withdrawn
 * @param time when
 * @param userFlowId the user flow that asked, or null
 * @param clientId the app's client id, or null
 * @param source the network that the request came from, such as {@code 192.0.2.0/24}; null where unknown
 */
public record ConsentReceipt(
        String id,
        String attribute,
        String document,
        String version,
        String language,
        String textHash,
        Action action,
        Instant time,
        String userFlowId,
        String clientId,
        String source) {

    /** What the customer did. */
    public enum Action {
        GIVEN,
        WITHDRAWN
    }
}
