package dev.externaltenants.claimsextension.listener;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Reach;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * Which of a tenant's listeners has a say: never two, since an event has one answer.
 *
 * @param resourceId client id of the app whose API the access token is for, where that is another app
 */
record ListenerChoice(
        String clientId, Optional<String> userFlowId, Optional<String> resourceId, AuthenticationEvent event) {

    private static final Comparator<Candidate> BEST_LAST = Comparator.<Candidate, Integer>comparing(
                    candidate -> candidate.listener().priority())
            .thenComparing(Candidate::reach)
            .thenComparing(candidate -> candidate.listener().name(), Comparator.reverseOrder());

    Optional<ChosenListener> among(Stream<AuthenticationEventListener> listeners) {
        List<Candidate> candidates = listeners
                .filter(listener -> listener.event() == event)
                .flatMap(listener -> candidate(listener).stream())
                .toList();
        return candidates.stream()
                .max(BEST_LAST)
                .map(best -> new ChosenListener(best.listener(), audiences(best, candidates)));
    }

    private Optional<Candidate> candidate(AuthenticationEventListener listener) {
        Optional<Reach> ofClient = listener.conditions().reach(clientId, userFlowId);
        if (resourceId.filter(listener.conditions()::names).isPresent()) {
            Set<TokenAudience> audiences =
                    ofClient.isPresent() ? TokenAudience.both() : EnumSet.of(TokenAudience.RESOURCE);
            return Optional.of(new Candidate(listener, Reach.APPLICATION, audiences));
        }
        return ofClient.map(reach -> {
            boolean namesClientAlone = resourceId.isPresent() && reach == Reach.APPLICATION;
            return new Candidate(
                    listener, reach, namesClientAlone ? EnumSet.of(TokenAudience.CLIENT) : TokenAudience.both());
        });
    }

    /** Listeners of client and resource that have the same extension asked need one call. */
    private static Set<TokenAudience> audiences(Candidate best, List<Candidate> candidates) {
        Set<TokenAudience> audiences = EnumSet.noneOf(TokenAudience.class);
        candidates.stream()
                .filter(other ->
                        other.listener().extensionId().equals(best.listener().extensionId()))
                .forEach(other -> audiences.addAll(other.audiences()));
        return audiences;
    }

    private record Candidate(AuthenticationEventListener listener, Reach reach, Set<TokenAudience> audiences) {}
}
