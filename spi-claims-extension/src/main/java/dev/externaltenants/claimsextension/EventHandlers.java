package dev.externaltenants.claimsextension;

import java.util.Optional;

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
     * Returns the extension that the app's event asks; none for most.
     *
     * @param appFlow the app's user flow
     */
    public Optional<EventHandler> find(ClientModel app, AppFlow appFlow, AuthenticationEvent event) {
        return appFlow.assignedFlow().flatMap(flow -> ofFlow(app.getRealm(), flow, event));
    }

    private Optional<EventHandler> ofFlow(RealmModel realm, UserFlow flow, AuthenticationEvent event) {
        return Optional.ofNullable(flow.extensions().at(event))
                .map(id -> new EventHandler(
                        flow.id(), id, CustomExtensionProvider.of(session).find(realm, id)));
    }
}
