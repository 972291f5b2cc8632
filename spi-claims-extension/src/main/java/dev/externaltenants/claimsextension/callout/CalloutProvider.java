package dev.externaltenants.claimsextension.callout;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** The engine that asks custom authentication extensions, at whatever event. */
public interface CalloutProvider extends Provider {

    static CalloutProvider of(KeycloakSession session) {
        return session.getProvider(CalloutProvider.class);
    }

    /**
     * Asks the extension of the request; returns within its timeout times its tries, whatever the API does.
     *
     * <p>The call is signed with the active key of the realm in the session's context.
     */
    <A> CalloutResult<A> call(CalloutRequest request, CalloutContract<A> contract);

    /** Returns the failure of a call that could not be made, and has operators see it like one that was. */
    <A> CalloutResult<A> uncalled(UnmadeCall call, CalloutError error);

    /**
     * Calls as {@link #call} does, and tells what was seen. What sign-in makes of the extension stays as it is: an API that
     * is left alone is called, and one that fails here is not left alone for it.
     */
    <A> CalloutTrial<A> tryOut(CalloutRequest request, CalloutContract<A> contract);

    /** Returns the last calls of the tenant on this node, the last one first; none where no log is kept. */
    default List<LoggedCall> recent(String tenantId) {
        return List.of();
    }

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
