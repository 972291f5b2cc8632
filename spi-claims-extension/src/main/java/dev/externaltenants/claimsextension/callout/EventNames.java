package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * What Entra calls an event in a request and in its answer. What attributes are called there, the catalogue knows.
 *
 * @param event the end of {@code type}
 * @param actions what its actions begin with
 */
record EventNames(String event, String actions, String property) {

    private static final String PREFIX = "microsoft.graph.";

    static EventNames of(AuthenticationEvent event) {
        return switch (event) {
            case TOKEN_ISSUANCE_START -> of(event, "tokenIssuanceStart", "tokenIssuanceStart");
            case ATTRIBUTE_COLLECTION_START -> of(event, "attributeCollectionStart", "attributeCollectionStart");
            case ATTRIBUTE_COLLECTION_SUBMIT -> of(event, "attributeCollectionSubmit", "attributeCollectionSubmit");
            case OTP_SEND -> of(event, "emailOtpSend", "OtpSend");
            case PASSWORD_SUBMIT -> of(event, "passwordSubmit", "passwordSubmit");
        };
    }

    private static EventNames of(AuthenticationEvent event, String name, String actions) {
        return new EventNames(name, actions, event.property());
    }

    String type() {
        return PREFIX + "authenticationEvent." + event;
    }

    String requestData() {
        return PREFIX + property + "CalloutData";
    }

    String answerData() {
        return PREFIX + property + "ResponseData";
    }

    String actionPrefix() {
        return PREFIX + actions + ".";
    }
}
