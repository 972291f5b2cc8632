package dev.externaltenants.claimsextension.callout;

/** One try failed; says whether another could do better. */
public final class CalloutException extends Exception {

    private final CalloutError error;
    private final boolean worthRetry;

    private CalloutException(CalloutError error, boolean worthRetry, Throwable cause) {
        super(error.entraName(), cause);
        this.error = error;
        this.worthRetry = worthRetry;
    }

    public static CalloutException lasting(CalloutError error) {
        return new CalloutException(error, false, null);
    }

    public static CalloutException lasting(CalloutError error, Throwable cause) {
        return new CalloutException(error, false, cause);
    }

    public static CalloutException passing(CalloutError error, Throwable cause) {
        return new CalloutException(error, true, cause);
    }

    public CalloutError error() {
        return error;
    }

    /** Whether the fault may pass, which no connection, no answer in time and a server error have in common. */
    public boolean worthRetry() {
        return worthRetry;
    }
}
