package dev.externaltenants.claimsextension.callout;

import java.util.Map;

/** Proves to an API that a call is ours. */
interface CallerProof {

    /**
     * Returns the headers of the proof.
     *
     * @param body that goes with them
     * @param deadline of the try that needs them
     * @throws CalloutException when what they are made of could not be had
     */
    Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) throws CalloutException;

    /** Returns the exchange that the call goes by, where the connection itself is the proof; else the same. */
    default HttpExchange exchange(CalloutRequest request, HttpExchange usual) {
        return usual;
    }

    /** Returns the same for an administrator's trial: what failed in sign-ins does not count there, nor the other way round. */
    default CallerProof ofTrial() {
        return this;
    }

    /** The API did not like what it was shown, so that nothing of it should be shown again. */
    default void refused(CalloutRequest request) {
        // most keep nothing
    }
}
