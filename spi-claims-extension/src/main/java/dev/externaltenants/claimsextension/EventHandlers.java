package dev.externaltenants.claimsextension;

import java.util.Optional;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the one extension that an event of an app asks: look-ups in the realm cache. */
public final class EventHandlers {

    private final KeycloakSession session;

    public EventHandlers(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Returns the extension that the app's event asks; none for most. What the user flow names goes before what listeners
     * do.
     *
     * @param appFlow the app's user flow
     */
    public Optional<EventHandler> find(ClientModel app, AppFlow appFlow, AuthenticationEvent event) {
        return find(app, Optional.empty(), appFlow, event);
    }

    /**
     * Returns the extension that the app's event asks, as {@link #find(ClientModel, AppFlow, AuthenticationEvent)}.
     *
     * @param resource the app whose API the access token is for, where that is another one
     */
    public Optional<EventHandler> find(
            ClientModel app, Optional<ClientModel> resource, AppFlow appFlow, AuthenticationEvent event) {
        return appFlow.assignedFlow()
                .flatMap(flow -> ofFlow(app.getRealm(), flow, event))
                .or(() -> AuthenticationEventListenerProvider.of(session)
                        .forEvent(app, resource, appFlow, event)
                        .map(chosen -> chosen.listener()
                                .handler(
                                        extension(
                                                app.getRealm(),
                                                chosen.listener().extensionId()),
                                        chosen.audiences())));
    }

    private Optional<EventHandler> ofFlow(RealmModel realm, UserFlow flow, AuthenticationEvent event) {
        return Optional.ofNullable(flow.extensions().at(event))
                .map(id -> new EventHandler(
                        flow.id(),
                        id,
                        extension(realm, id),
                        event == AuthenticationEvent.PASSWORD_SUBMIT
                                ? Optional.of(EventHandler.DEFAULT_MIGRATION_ATTRIBUTE)
                                : Optional.empty(),
                        TokenAudience.both()));
    }

    private Optional<CustomExtension> extension(RealmModel realm, String id) {
        return CustomExtensionProvider.of(session).find(realm, id);
    }
}
