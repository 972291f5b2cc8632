package dev.externaltenants.claimsextension.callout;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;

/** What a user event tells operators of an extension that gave no answer. */
public final class CalloutFailure {

    /** The error of the event. */
    public static final String ERROR = "xt_callout_failed";

    /** The detail that has the number of what went wrong. */
    public static final String CODE = "xt_callout_error";

    /** The detail that has the extension's name. */
    public static final String EXTENSION = "xt_extension";

    /** The detail that has the id by which the call is found in the logs of both sides. */
    public static final String CORRELATION_ID = "xt_correlation_id";

    private CalloutFailure() {}

    public static Map<String, String> details(EventHandler handler, CalloutResult.Failed<?> failure) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(CODE, Integer.toString(failure.error().code()));
        details.put(EXTENSION, handler.name());
        if (failure.correlationId() != null) {
            details.put(CORRELATION_ID, failure.correlationId());
        }
        return details;
    }

    public static Map<String, String> details(UserFlow flow, EventHandler handler, CalloutResult.Failed<?> failure) {
        Map<String, String> details = details(handler, failure);
        details.put(EventDetails.USER_FLOW, flow.name());
        return details;
    }
}
