package dev.externaltenants.claimsextension.callout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.claimsextension.callout.LoggedCall.Outcome;
import dev.externaltenants.userflow.AuthenticationEvent;
import org.keycloak.common.util.Time;

/** The last calls of each tenant on this node, in memory: sign-in pays no SQL for them. */
final class RecentCalls {

    static final int CALLS_OF_A_TENANT = 100;

    /** About 40 MB at the most; the tenant that has not called for longest goes first. */
    static final int TENANTS = 1_000;

    /** In order of their last call. */
    private final Map<String, Deque<LoggedCall>> byTenant = new LinkedHashMap<>(16, 0.75f, true);

    /** Keeps what matters of a call that is over; neither waits nor fails. */
    void record(CalloutRequest request, AuthenticationEvent event, CalloutResult<?> result, Duration duration) {
        keep(request.tenantId(), logged(request, event, result, duration));
    }

    /** Keeps that the answer was known, and nobody was called. */
    void recordCached(CalloutRequest request, AuthenticationEvent event) {
        keep(
                request.tenantId(),
                new LoggedCall(
                        now(),
                        event,
                        request.extension().id(),
                        request.extension().name(),
                        request.listenerId(),
                        appId(request),
                        Outcome.CACHED,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        request.correlationId()));
    }

    /** Keeps why a call could not even be made; it has no correlation id, for the API knows nothing of it. */
    void recordUncalled(UnmadeCall call, CalloutError error) {
        keep(
                call.tenantId(),
                new LoggedCall(
                        now(),
                        call.event(),
                        call.handler().extensionId(),
                        call.handler().name(),
                        call.handler().listenerId(),
                        call.appId(),
                        Outcome.FAILED,
                        0,
                        0,
                        null,
                        error.code(),
                        error.entraName(),
                        null,
                        ""));
    }

    /** Returns the tenant's calls, the last one first. */
    synchronized List<LoggedCall> of(String tenantId) {
        Deque<LoggedCall> calls = byTenant.get(tenantId);
        List<LoggedCall> lastFirst = calls == null ? new ArrayList<>() : new ArrayList<>(calls);
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    synchronized void forget(String tenantId) {
        byTenant.remove(tenantId);
    }

    private synchronized void keep(String tenantId, LoggedCall call) {
        Deque<LoggedCall> calls = byTenant.computeIfAbsent(tenantId, id -> new ArrayDeque<>());
        if (calls.size() == CALLS_OF_A_TENANT) {
            calls.removeFirst();
        }
        calls.addLast(call);
        if (byTenant.size() > TENANTS) {
            byTenant.remove(byTenant.keySet().iterator().next());
        }
    }

    private static LoggedCall logged(
            CalloutRequest request, AuthenticationEvent event, CalloutResult<?> result, Duration duration) {
        CalloutResult.Failed<?> failed = result instanceof CalloutResult.Failed<?> failure ? failure : null;
        return new LoggedCall(
                now(),
                event,
                request.extension().id(),
                request.extension().name(),
                request.listenerId(),
                appId(request),
                failed == null ? Outcome.ANSWERED : Outcome.FAILED,
                failed == null ? null : failed.tries(),
                duration.toMillis(),
                status(failed),
                failed == null ? null : failed.error().code(),
                failed == null ? null : failed.error().entraName(),
                failed == null ? null : failed.at(),
                request.correlationId());
    }

    private static String now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis()).toString();
    }

    private static String appId(CalloutRequest request) {
        return request.client() == null ? "" : request.client().appId();
    }

    /** What is wrong with an answer is said of one with status 200, but where it is the status itself. */
    private static Integer status(CalloutResult.Failed<?> failed) {
        if (failed != null && failed.status() != null) {
            return failed.status();
        }
        return failed == null || failed.error().isOfAnAnswer() ? Integer.valueOf(200) : null;
    }
}
