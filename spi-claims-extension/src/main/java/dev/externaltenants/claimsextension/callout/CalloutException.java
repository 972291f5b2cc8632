package dev.externaltenants.claimsextension.callout;

/** One try failed; says whether another could do better. */
public final class CalloutException extends Exception {

    private final CalloutError error;
    private final boolean worthRetry;
    private final Integer status;

    private CalloutException(CalloutError error, boolean worthRetry, Integer status, Throwable cause) {
        super(error.entraName(), cause);
        this.error = error;
        this.worthRetry = worthRetry;
        this.status = status;
    }

    /** The API answered with a status that is not accepted; a server error may pass. */
    public static CalloutException ofStatus(int status) {
        return new CalloutException(CalloutError.INVALID_STATUS, status >= 500, status, null);
    }

    public static CalloutException lasting(CalloutError error) {
        return new CalloutException(error, false, null, null);
    }

    public static CalloutException lasting(CalloutError error, Throwable cause) {
        return new CalloutException(error, false, null, cause);
    }

    public static CalloutException passing(CalloutError error, Throwable cause) {
        return new CalloutException(error, true, null, cause);
    }

    public CalloutError error() {
        return error;
    }

    /** Returns the HTTP status where that is what is wrong, or null. */
    public Integer status() {
        return status;
    }

    /** Whether the fault may pass, which no connection, no answer in time and a server error have in common. */
    public boolean worthRetry() {
        return worthRetry;
    }
}
