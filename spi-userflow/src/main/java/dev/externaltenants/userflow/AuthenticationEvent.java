package dev.externaltenants.userflow;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A moment of a sign-up or sign-in at which a custom authentication extension is asked. Source of the names: Microsoft
 * Graph's event listeners.
 */
public enum AuthenticationEvent {
    /** Just before tokens are issued. */
    TOKEN_ISSUANCE_START("onTokenIssuanceStart"),
    /** Before the page is shown that asks a new customer for attributes. */
    ATTRIBUTE_COLLECTION_START("onAttributeCollectionStart"),
    /** Once the answers to that page are good. */
    ATTRIBUTE_COLLECTION_SUBMIT("onAttributeCollectionSubmit"),
    /** When a one-time passcode is to be sent. */
    OTP_SEND("onOtpSend"),
    /** When a typed password is not the stored one, and the account is yet to be migrated. */
    PASSWORD_SUBMIT("onPasswordSubmit");

    private final String property;

    AuthenticationEvent(String property) {
        this.property = property;
    }

    /** Returns its name in JSON. */
    @JsonValue
    public String property() {
        return property;
    }

    /** As administrators know it: refusals list what is allowed. */
    @Override
    public String toString() {
        return property;
    }
}
