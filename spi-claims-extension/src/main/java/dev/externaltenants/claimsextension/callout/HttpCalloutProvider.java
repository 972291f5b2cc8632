package dev.externaltenants.claimsextension.callout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.callout.CalloutWorkers.Caller;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.circuit.Circuit;
import org.jboss.logging.Logger;

/** Asks by HTTP, as Entra does: same body, same token, same reading of the answer, same numbers for what goes wrong. */
final class HttpCalloutProvider implements CalloutProvider {

    private static final Logger LOG = Logger.getLogger(HttpCalloutProvider.class);

    private final HttpExchange http;
    private final Circuit circuit;
    private final CallerProof proof;
    private final CalloutMetrics metrics;

    HttpCalloutProvider(HttpExchange http, Circuit circuit, CallerProof proof, CalloutMetrics metrics) {
        this.http = http;
        this.circuit = circuit;
        this.proof = proof;
        this.metrics = metrics;
    }

    @Override
    public <A> CalloutResult<A> call(CalloutRequest request, CalloutContract<A> contract) {
        if (!circuit.admits(circuitOf(request), subjectOf(request, contract))) {
            LOG.debugf("Custom extension %s is left alone", request.extension().name());
            metrics.observeUncalled(contract.event(), CalloutError.CIRCUIT_OPEN);
            return CalloutResult.Failed.untried(CalloutError.CIRCUIT_OPEN);
        }
        long start = System.nanoTime();
        CalloutResult<A> result = tried(request, contract, start);
        Duration duration = since(start);
        metrics.observe(contract.event(), result, duration);
        if (result instanceof CalloutResult.Failed<A> failed) {
            LOG.warnf(
                    "Custom extension %s of tenant %s failed: %d %s%s after %d ms, tries: %d, correlation id: %s",
                    request.extension().name(),
                    request.tenantId(),
                    failed.error().code(),
                    failed.error().entraName(),
                    failed.at() == null ? "" : " at " + failed.at(),
                    failed.duration().toMillis(),
                    failed.tries(),
                    request.correlationId());
        }
        return result;
    }

    @Override
    public <A> CalloutResult<A> uncalled(UnmadeCall call, CalloutError error) {
        metrics.observeUncalled(call.event(), error);
        return CalloutResult.Failed.untried(error);
    }

    @Override
    public <A> CalloutTrial<A> tryOut(CalloutRequest request, CalloutContract<A> contract) {
        ObservedExchanges observed = new ObservedExchanges(http.client());
        long start = System.nanoTime();
        CalloutResult<A> result = new HttpCalloutProvider(http.by(observed), new Circuit(), proof.ofTrial(), metrics)
                .call(request, contract);
        String body = new String(CalloutBody.of(request, contract), StandardCharsets.UTF_8);
        return new CalloutTrial<>(result, since(start), body, observed.tries());
    }

    private <A> CalloutResult<A> tried(CalloutRequest request, CalloutContract<A> contract, long start) {
        int tries = 0;
        while (true) {
            tries++;
            try {
                A answer = oneTry(request, contract);
                answered(request);
                return new CalloutResult.Answered<>(answer);
            } catch (CalloutException e) {
                LOG.debugf(e, "Custom extension %s, try %d", request.extension().name(), tries);
                if (!mayTryAgain(contract.event(), e)
                        || tries > request.extension().maximumRetries()) {
                    judge(request, subjectOf(request, contract), e);
                    return new CalloutResult.Failed<>(
                            e.error(),
                            since(start),
                            tries,
                            e.status(),
                            e.at(),
                            request.correlationId(),
                            e.perhapsHeard(),
                            e.isOfTokenEndpoint());
                }
            } catch (RuntimeException e) {
                // such as a realm without a key to sign with; whoever asks for tokens gets an answer all the same
                LOG.errorf(
                        e,
                        "Custom extension %s could not be asked",
                        request.extension().name());
                return new CalloutResult.Failed<>(
                        CalloutError.HANDLER_UNEXPECTED,
                        since(start),
                        tries,
                        null,
                        null,
                        request.correlationId(),
                        true,
                        false);
            }
        }
    }

    /** What sends or creates something must not be done twice: only a call that never reached the API is made again. */
    private static boolean mayTryAgain(AuthenticationEvent event, CalloutException failure) {
        return switch (event) {
            case TOKEN_ISSUANCE_START, ATTRIBUTE_COLLECTION_START, PASSWORD_SUBMIT -> failure.worthRetry();
            case ATTRIBUTE_COLLECTION_SUBMIT, OTP_SEND -> failure.worthRetry() && failure.isUnheard();
        };
    }

    /** A listener that waits less than others must not have the API left alone for them, nor does the version before. */
    private static String circuitOf(CalloutRequest request) {
        CustomExtension extension = request.extension();
        return extension.versionedId() + " " + extension.timeoutInMilliseconds();
    }

    /** Who the call is about: an API that fails for one of them only must not be left alone for the others. */
    private static String subjectOf(CalloutRequest request, CalloutContract<?> contract) {
        if (request.user() != null) {
            return request.user().id();
        }
        return contract.subject() == null ? String.valueOf(request.ip()) : contract.subject();
    }

    private void judge(CalloutRequest request, String subject, CalloutException last) {
        if (last.isOfTokenEndpoint()) {
            // says nothing of the API; the proof judges that server for itself
            return;
        }
        if (last.isUnconnected()) {
            // nobody's doing: the API has not even heard whom the call is about
            noteOpening(request, circuit.failed(circuitOf(request)));
        } else if (last.worthRetry()) {
            noteOpening(request, circuit.failed(circuitOf(request), subject));
        } else if (last.error().isOfAnAnswer()) {
            answered(request);
        }
    }

    private static void noteOpening(CalloutRequest request, boolean opened) {
        if (opened) {
            LOG.warnf(
                    "Custom extension %s of tenant %s failed %d times in a row and is left alone for %d ms at a time",
                    request.extension().name(),
                    request.tenantId(),
                    Circuit.FAILURES_TO_OPEN,
                    Circuit.OPEN_MILLISECONDS);
        }
    }

    private void answered(CalloutRequest request) {
        if (circuit.answered(circuitOf(request))) {
            LOG.infof(
                    "Custom extension %s of tenant %s answers again",
                    request.extension().name(), request.tenantId());
        }
    }

    private <A> A oneTry(CalloutRequest request, CalloutContract<A> contract) throws CalloutException {
        CustomExtension extension = request.extension();
        Deadline deadline = Deadline.in(extension.timeoutInMilliseconds());
        byte[] body = CalloutBody.of(request, contract);
        Map<String, String> headers = proof.headers(request, body, deadline);
        Message message = new Message(extension.targetUrl(), Message.JSON, headers);
        byte[] answer;
        try {
            answer = proof.exchange(request, http)
                    .post(
                            Caller.of(request).about(subjectOf(request, contract)),
                            message,
                            body,
                            deadline.leftMilliseconds());
        } catch (CalloutException e) {
            if (e.isOfAuthentication()) {
                proof.refused(request);
            }
            throw e;
        }
        return contract.read(CalloutAnswer.read(contract.event(), answer));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
