package dev.externaltenants.claimsextension.callout;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.keycloak.tracing.TracingProvider;

/** Shows in the trace of a request what part of its time an API of the tenant took. */
final class TracedCalloutProvider implements CalloutProvider {

    private static final String TRACER = "dev.externaltenants.callout";

    private final CalloutProvider engine;
    private final TracingProvider tracing;

    TracedCalloutProvider(CalloutProvider engine, TracingProvider tracing) {
        this.engine = engine;
        this.tracing = tracing;
    }

    @Override
    public <A> CalloutResult<A> call(CalloutRequest request, CalloutContract<A> contract) {
        String name = "xt.callout " + EventNames.of(contract.event()).event();
        return tracing.trace(TRACER, name, span -> {
            CalloutResult<A> result = engine.call(request, contract);
            tell(span, request, result);
            return result;
        });
    }

    @Override
    public <A> CalloutResult<A> uncalled(UnmadeCall call, CalloutError error) {
        return engine.uncalled(call, error);
    }

    @Override
    public <A> CalloutTrial<A> tryOut(CalloutRequest request, CalloutContract<A> contract) {
        return engine.tryOut(request, contract);
    }

    // nothing of the customer, and no claim
    private static void tell(Span span, CalloutRequest request, CalloutResult<?> result) {
        span.setAttribute("xt.extension", request.extension().name());
        span.setAttribute("xt.correlation_id", request.correlationId());
        if (result instanceof CalloutResult.Failed<?> failed) {
            span.setAttribute("xt.callout_error", failed.error().code());
            span.setAttribute("xt.tries", failed.tries());
            span.setStatus(StatusCode.ERROR, failed.error().entraName());
        }
    }
}
