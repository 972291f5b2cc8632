package dev.externaltenants.claimsextension.listener;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Reach;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Which of a tenant's listeners has a say: never two, since an event has one answer. */
record ListenerChoice(String clientId, Optional<String> userFlowId, AuthenticationEvent event) {

    private static final Comparator<Candidate> BEST_LAST = Comparator.<Candidate, Integer>comparing(
                    candidate -> candidate.listener().priority())
            .thenComparing(Candidate::reach)
            .thenComparing(candidate -> candidate.listener().name(), Comparator.reverseOrder());

    Optional<AuthenticationEventListener> among(Stream<AuthenticationEventListener> listeners) {
        return listeners
                .filter(listener -> listener.event() == event)
                .flatMap(listener -> listener.conditions().reach(clientId, userFlowId).stream()
                        .map(reach -> new Candidate(listener, reach)))
                .max(BEST_LAST)
                .map(Candidate::listener);
    }

    private record Candidate(AuthenticationEventListener listener, Reach reach) {}
}
