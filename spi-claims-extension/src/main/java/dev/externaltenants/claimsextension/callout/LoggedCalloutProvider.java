package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.List;

/** Keeps what came of each callout of a sign-in. An administrator's trial is none. */
final class LoggedCalloutProvider implements CalloutProvider {

    private final CalloutProvider engine;
    private final RecentCalls calls;

    LoggedCalloutProvider(CalloutProvider engine, RecentCalls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    @Override
    public <A> CalloutResult<A> call(CalloutRequest request, CalloutContract<A> contract) {
        long start = System.nanoTime();
        CalloutResult<A> result = engine.call(request, contract);
        calls.record(request, contract.event(), result, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    @Override
    public <A> CalloutResult<A> uncalled(UnmadeCall call, CalloutError error) {
        calls.recordUncalled(call, error);
        return engine.uncalled(call, error);
    }

    @Override
    public <A> CalloutTrial<A> tryOut(CalloutRequest request, CalloutContract<A> contract) {
        return engine.tryOut(request, contract);
    }

    @Override
    public List<LoggedCall> recent(String tenantId) {
        return calls.of(tenantId);
    }
}
