package dev.externaltenants.claimsextension.callout;

/** Why a callout failed, by the numbers of Entra's sign-in logs; they are for operators, never for customers. */
public enum CalloutError {
    /** Before or after the call: what to say could not be gathered, or the token of the call not be signed. */
    HANDLER_UNEXPECTED(1003000, "EventHandlerUnexpectedError"),
    UNEXPECTED(1003001, "CustomExtensionUnexpectedError"),
    INVALID_STATUS(1003002, "CustomExtensionInvalidHTTPStatus"),
    INVALID_BODY(1003003, "CustomExtensionInvalidResponseBody"),
    THROTTLED(1003004, "CustomExtensionThrottlingError"),
    TIMED_OUT(1003005, "CustomExtensionTimedOut"),
    INVALID_CONTENT_TYPE(1003006, "CustomExtensionInvalidResponseContentType"),
    NULL_CLAIMS(1003007, "CustomExtensionNullClaimsResponse"),
    EMPTY_RESPONSE(1003009, "CustomExtensionEmptyResponse"),
    INVALID_NUMBER_OF_ACTIONS(1003010, "CustomExtensionInvalidNumberOfActions"),
    NOT_FOUND(1003011, "CustomExtensionNotFound"),
    INVALID_ACTION_TYPE(1003012, "CustomExtensionInvalidActionType"),
    BLOCKED(1003023, "CustomExtensionBlocked"),
    RESPONSE_TOO_LARGE(1003024, "CustomExtensionResponseSizeExceeded"),
    CLAIMS_TOO_LARGE(1003025, "CustomExtensionResponseClaimsSizeExceeded"),
    EMPTY_CLAIM_KEY(1003026, "CustomExtensionNullOrEmptyClaimKeyNotSupported"),
    CONNECTION(1003027, "CustomExtensionConnectionError"),
    /** Not called, since it was down a moment ago; Entra has no number of its own for that. */
    CIRCUIT_OPEN(1003027, "CustomExtensionConnectionError");

    private final int code;
    private final String entraName;

    CalloutError(int code, String entraName) {
        this.code = code;
        this.entraName = entraName;
    }

    public int code() {
        return code;
    }

    public String entraName() {
        return entraName;
    }

    /** Returns whether it says what is wrong with an answer, so that the API is alive. */
    boolean isOfAnAnswer() {
        return switch (this) {
            case INVALID_STATUS,
                    INVALID_BODY,
                    INVALID_CONTENT_TYPE,
                    NULL_CLAIMS,
                    EMPTY_RESPONSE,
                    INVALID_NUMBER_OF_ACTIONS,
                    INVALID_ACTION_TYPE,
                    RESPONSE_TOO_LARGE,
                    CLAIMS_TOO_LARGE,
                    EMPTY_CLAIM_KEY -> true;
            case HANDLER_UNEXPECTED, UNEXPECTED, THROTTLED, TIMED_OUT, NOT_FOUND, BLOCKED, CONNECTION, CIRCUIT_OPEN ->
                false;
        };
    }
}
