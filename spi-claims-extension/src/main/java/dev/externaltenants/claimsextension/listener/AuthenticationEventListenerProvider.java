package dev.externaltenants.claimsextension.listener;

import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The store of event listeners. Writes join the session's transaction; refusals are {@link TenantException}s, after which
 * the caller must let the transaction roll back.
 */
public interface AuthenticationEventListenerProvider extends Provider {

    static AuthenticationEventListenerProvider of(KeycloakSession session) {
        return session.getProvider(AuthenticationEventListenerProvider.class);
    }

    /** Returns the tenant's listeners ordered by name. */
    Stream<AuthenticationEventListener> list(RealmModel realm);

    Optional<AuthenticationEventListener> find(RealmModel realm, String id);

    /**
     * Returns the one listener that has a say at the app's event: of those that apply the one of the highest priority, then
     * the one that applies by the more specific condition, then the first by name. Look-ups in the realm cache.
     *
     * @param resource the app whose API the access token is for, where that is another one
     */
    Optional<ChosenListener> forEvent(
            ClientModel app, Optional<ClientModel> resource, AppFlow appFlow, AuthenticationEvent event);

    /**
     * Stores a new listener; its id and version are assigned.
     *
     * @throws TenantException {@code xt_listener_limit_reached}, {@code xt_listener_name_taken}, or what its validation says
     */
    AuthenticationEventListener create(RealmModel realm, AuthenticationEventListener listener);

    /**
     * Replaces the listener with the same id and version.
     *
     * @throws TenantException {@code xt_listener_not_found}, {@code xt_version_conflict}, {@code xt_listener_name_taken}, or
     *     what its validation says
     */
    AuthenticationEventListener update(RealmModel realm, AuthenticationEventListener listener);

    /** @throws TenantException {@code xt_listener_not_found} */
    void delete(RealmModel realm, String id);

    /** Takes an app that the tenant has no more out of all conditions, so that a later one of its client id is not meant. */
    void forgetApplication(RealmModel realm, String clientId);

    /** Has the listeners that name the app name it by its other client id. */
    void renameApplication(RealmModel realm, String clientId, String newClientId);

    /** Takes a user flow that the tenant has no more out of all conditions. */
    void forgetUserFlow(RealmModel realm, String userFlowId);

    /**
     * Points listeners again to extensions and user flows that got another id by an import, and those that name theirs, as a
     * file written by hand may. To be called before extensions and flows forget the ids of before.
     */
    void reconnect(RealmModel realm);

    /**
     * Checks every stored listener, as after an import, which stores piece by piece.
     *
     * @throws TenantException what the first broken rule says
     */
    void checkAll(RealmModel realm);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
