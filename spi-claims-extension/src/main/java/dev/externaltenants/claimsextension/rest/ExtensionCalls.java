package dev.externaltenants.claimsextension.rest;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.callout.CalloutProvider;
import dev.externaltenants.claimsextension.callout.LoggedCall;
import dev.externaltenants.claimsextension.callout.LoggedCall.Outcome;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;

/** The last calls of the tenant on this node, as REST shows them. */
final class ExtensionCalls {

    private final AdminRequest request;

    ExtensionCalls(AdminRequest request) {
        this.request = request;
    }

    /** @throws TenantException {@code xt_invalid_value} */
    Response page(Predicate<LoggedCall> wanted, String outcome, String first, String max, String search) {
        Outcome ofOutcome = outcome == null || outcome.isEmpty() ? null : outcome(outcome);
        Stream<LoggedCall> calls = CalloutProvider.of(request.session())
                .recent(request.realm().getId())
                .stream()
                .filter(wanted)
                .filter(call -> ofOutcome == null || call.outcome() == ofOutcome);
        return Response.ok(
                        Json.write(Paging.page(calls, first, max, search, LoggedCall::searched)
                                .toList()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Outcome outcome(String outcome) {
        return Stream.of(Outcome.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(outcome))
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_invalid_value", "outcome", "Allowed are: answered, cached, failed."));
    }
}
