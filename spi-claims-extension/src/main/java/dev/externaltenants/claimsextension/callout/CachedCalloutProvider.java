package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * Answers from memory where an extension is set up so, and asks the engine else. Only at token issuance start: what the other
 * events do or decide must be asked each time. An administrator's trial is always a call.
 */
final class CachedCalloutProvider implements CalloutProvider {

    private final CalloutProvider engine;
    private final AnswerCache answers;
    private final RecentCalls calls;
    private final CalloutMetrics metrics;

    CachedCalloutProvider(CalloutProvider engine, AnswerCache answers, RecentCalls calls, CalloutMetrics metrics) {
        this.engine = engine;
        this.answers = answers;
        this.calls = calls;
        this.metrics = metrics;
    }

    @Override
    public <A> CalloutResult<A> call(CalloutRequest request, CalloutContract<A> contract) {
        int seconds = request.extension().cacheInSeconds();
        if (seconds == 0 || contract.event() != AuthenticationEvent.TOKEN_ISSUANCE_START) {
            return engine.call(request, contract);
        }
        AnswerCache.Key key = AnswerCache.Key.of(request);
        Optional<CalloutResult.Answered<A>> known = answers.find(key);
        if (known.isPresent()) {
            calls.recordCached(request, contract.event());
            metrics.observeCached();
            return known.get();
        }
        CalloutResult<A> result = engine.call(request, contract);
        if (result instanceof CalloutResult.Answered<A> answered) {
            answers.keep(key, answered, Duration.ofSeconds(seconds));
        }
        return result;
    }

    @Override
    public <A> CalloutResult<A> uncalled(UnmadeCall call, CalloutError error) {
        return engine.uncalled(call, error);
    }

    @Override
    public <A> CalloutTrial<A> tryOut(CalloutRequest request, CalloutContract<A> contract) {
        return engine.tryOut(request, contract);
    }

    @Override
    public List<LoggedCall> recent(String tenantId) {
        return engine.recent(tenantId);
    }
}
