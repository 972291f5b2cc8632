package dev.externaltenants.claimsextension.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.CalloutTrial;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * What an administrator is told of a trial.
 *
 * @param correlationId finds the call in the API's log
 */
public record TrialReport(
        AuthenticationEvent event,
        String correlationId,
        Request request,
        List<Try> tries,
        long durationInMilliseconds,
        Verdict verdict) {

    /** Who may call the API as sign-in does could do so from anywhere, so the proof is not shown. */
    private static final String REDACTED = "(not shown)";

    static TrialReport of(CalloutRequest request, AuthenticationEvent event, CalloutTrial<String> trial) {
        return new TrialReport(
                event,
                request.correlationId(),
                new Request(
                        "POST",
                        request.extension().targetUrl(),
                        headers(request.extension().authentication()),
                        trial.requestBody()),
                trial.tries().stream().map(Try::of).toList(),
                trial.duration().toMillis(),
                Verdict.of(trial.result()));
    }

    private static Map<String, String> headers(CallerAuthentication authentication) {
        if (authentication != null && authentication.type() == CallerAuthentication.Means.MTLS) {
            return Map.of("content-type", "application/json");
        }
        boolean isSignature = authentication != null && authentication.type() == CallerAuthentication.Means.HMAC;
        return isSignature
                ? Map.of(
                        authentication.proofHeader().toLowerCase(Locale.ROOT),
                        REDACTED,
                        "content-type",
                        "application/json")
                : Map.of("authorization", "Bearer " + REDACTED, "content-type", "application/json");
    }

    /** As it was sent, each try the same. */
    public record Request(String method, String url, Map<String, String> headers, String body) {}

    /** @param response null where none came */
    public record Try(long durationInMilliseconds, Response response) {

        static Try of(CalloutTrial.Try seen) {
            return new Try(seen.duration().toMillis(), seen.response() == null ? null : Response.of(seen.response()));
        }
    }

    /** @param bodyCut whether there was more of it */
    public record Response(int status, Map<String, String> headers, String body, boolean bodyCut) {

        static Response of(CalloutTrial.Response seen) {
            return new Response(seen.status(), seen.headers(), seen.body(), seen.isCut());
        }
    }

    /**
     * What sign-in would make of it.
     *
     * @param action that was understood, or null
     * @param code Entra's number of what is wrong, or null
     * @param name Entra's name of what is wrong, or null
     * @param at where in the answer it is, by the names of its members, or null
     */
    public record Verdict(Outcome outcome, String action, Integer code, String name, String at) {

        static Verdict of(CalloutResult<String> result) {
            if (result instanceof CalloutResult.Answered<String> answered) {
                return new Verdict(Outcome.ANSWERED, answered.answer(), null, null, null);
            }
            CalloutResult.Failed<String> failed = (CalloutResult.Failed<String>) result;
            CalloutError error = failed.error();
            return new Verdict(Outcome.FAILED, null, error.code(), error.entraName(), failed.at());
        }
    }

    /** Whether the call gave what it should. */
    public enum Outcome {
        ANSWERED,
        FAILED
    }
}
