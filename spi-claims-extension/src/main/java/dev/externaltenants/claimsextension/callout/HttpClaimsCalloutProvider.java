package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import dev.externaltenants.claimsextension.CustomExtension;
import org.jboss.logging.Logger;
import org.keycloak.representations.JsonWebToken;

/** Asks by HTTP, as Entra does: same body, same token, same reading of the answer, same numbers for what goes wrong. */
final class HttpClaimsCalloutProvider implements ClaimsCalloutProvider {

    private static final Logger LOG = Logger.getLogger(HttpClaimsCalloutProvider.class);

    private final HttpExchange http;
    private final Function<JsonWebToken, String> signing;

    HttpClaimsCalloutProvider(HttpExchange http, Function<JsonWebToken, String> signing) {
        this.http = http;
        this.signing = signing;
    }

    @Override
    public CalloutResult call(CalloutRequest request) {
        long start = System.nanoTime();
        CalloutResult result = tried(request, start);
        Duration duration = since(start);
        CalloutMetrics.observe(result, duration);
        if (result instanceof CalloutResult.Failed failed) {
            LOG.warnf(
                    "Custom extension %s of tenant %s failed: %d %s after %d ms, tries: %d, correlation id: %s",
                    request.extension().name(),
                    request.tenantId(),
                    failed.error().code(),
                    failed.error().entraName(),
                    failed.duration().toMillis(),
                    failed.tries(),
                    request.correlationId());
        }
        return result;
    }

    private CalloutResult tried(CalloutRequest request, long start) {
        int tries = 0;
        while (true) {
            tries++;
            try {
                return new CalloutResult.Claims(oneTry(request));
            } catch (CalloutException e) {
                LOG.debugf(e, "Custom extension %s, try %d", request.extension().name(), tries);
                if (!e.worthRetry() || tries > request.extension().maximumRetries()) {
                    return new CalloutResult.Failed(e.error(), since(start), tries);
                }
            }
        }
    }

    private Map<String, Object> oneTry(CalloutRequest request) throws CalloutException {
        CustomExtension extension = request.extension();
        byte[] answer = http.post(
                extension.id(),
                extension.targetUrl(),
                signing.apply(CalloutToken.of(request)),
                TokenIssuanceStartPayload.of(request),
                extension.timeoutInMilliseconds());
        return ProvideClaimsAnswer.read(answer);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
