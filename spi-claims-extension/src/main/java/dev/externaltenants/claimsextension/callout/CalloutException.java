package dev.externaltenants.claimsextension.callout;

/** One try failed; says whether another could do better. */
public final class CalloutException extends Exception {

    /** What operators are told in the place of a path. */
    private static final String TOKEN_ENDPOINT = "token endpoint";

    private final CalloutError error;
    private final boolean worthRetry;
    private final boolean unconnected;
    private final Integer status;
    private final String at;
    private final boolean ofTokenEndpoint;

    private CalloutException(
            CalloutError error, boolean worthRetry, boolean unconnected, Integer status, String at, Throwable cause) {
        super(error.entraName() + (at == null ? "" : " at " + at), cause);
        this.error = error;
        this.worthRetry = worthRetry;
        this.unconnected = unconnected;
        this.status = status;
        this.at = at;
        this.ofTokenEndpoint = false;
    }

    /** The same of a server that is not the API's. */
    private CalloutException(CalloutException ofServer) {
        super(ofServer.getMessage(), ofServer);
        this.error = ofServer.error;
        this.worthRetry = ofServer.worthRetry;
        this.unconnected = ofServer.unconnected;
        this.status = ofServer.status;
        this.at = TOKEN_ENDPOINT + (ofServer.at == null ? "" : ", " + ofServer.at);
        this.ofTokenEndpoint = true;
    }

    /** The API answered with a status that is not accepted; a server error may pass. */
    public static CalloutException ofStatus(int status) {
        return new CalloutException(CalloutError.INVALID_STATUS, status >= 500, false, status, null, null);
    }

    public static CalloutException lasting(CalloutError error) {
        return new CalloutException(error, false, false, null, null, null);
    }

    public static CalloutException lasting(CalloutError error, Throwable cause) {
        return new CalloutException(error, false, false, null, null, cause);
    }

    /**
     * The answer is none of the contract.
     *
     * @param at what of it is wrong, as an {@link AnswerPath} or as line and column; null where it is no text at all
     */
    public static CalloutException invalidBody(String at) {
        return invalidBody(at, null);
    }

    static CalloutException invalidBody(String at, Throwable cause) {
        return new CalloutException(CalloutError.INVALID_BODY, false, false, null, at, cause);
    }

    /** No connection came to be, so the API has not been told anything. */
    public static CalloutException unconnected(CalloutError error, Throwable cause) {
        return new CalloutException(error, true, true, null, null, cause);
    }

    public static CalloutException passing(CalloutError error, Throwable cause) {
        return new CalloutException(error, true, false, null, null, cause);
    }

    /** Returns the same fault, of the server that was asked for a token; the API was not told anything. */
    CalloutException ofTokenEndpoint() {
        return new CalloutException(this);
    }

    public CalloutError error() {
        return error;
    }

    /** Returns the HTTP status where that is what is wrong, or null. */
    public Integer status() {
        return status;
    }

    /** Returns where in the answer it is, or null where that is not said. */
    public String at() {
        return at;
    }

    /** Returns whether the API did not take us for whom it knows. */
    boolean isOfAuthentication() {
        return status != null && (status == 401 || status == 403);
    }

    /** Returns whether no connection came to be. */
    boolean isUnconnected() {
        return unconnected;
    }

    /** Returns whether the fault is of the server that gives tokens for the API. */
    boolean isOfTokenEndpoint() {
        return ofTokenEndpoint;
    }

    /** Returns whether the API has certainly not been told, since nobody could get to the point of telling it. */
    boolean isUnheard() {
        return unconnected || ofTokenEndpoint;
    }

    /** Returns whether the API may have been told, and have acted. */
    boolean perhapsHeard() {
        return !isUnheard() && error != CalloutError.THROTTLED && error != CalloutError.BLOCKED;
    }

    /** Whether the fault may pass, which no connection, no answer in time and a server error have in common. */
    public boolean worthRetry() {
        return worthRetry;
    }
}
