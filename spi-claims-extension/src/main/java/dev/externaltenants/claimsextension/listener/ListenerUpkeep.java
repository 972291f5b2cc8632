package dev.externaltenants.claimsextension.listener;

import java.util.function.BiConsumer;

import dev.externaltenants.userflow.UserFlowRemovedEvent;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;

/**
 * Keeps what listeners name in step with apps that go or get another client id by any door of Keycloak's, once that is
 * committed.
 *
 * <p>Not before: Keycloak locks the client's row first, and our own changes lock the realm first and write the client then.
 * Each would wait for the other one.
 */
final class ListenerUpkeep extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(ListenerUpkeep.class);

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final String clientId;
    private final BiConsumer<AuthenticationEventListenerProvider, RealmModel> change;

    private ListenerUpkeep(
            KeycloakSession session,
            ClientModel app,
            String clientId,
            BiConsumer<AuthenticationEventListenerProvider, RealmModel> change) {
        this.sessions = session.getKeycloakSessionFactory();
        this.realmId = app.getRealm().getId();
        this.clientId = clientId;
        this.change = change;
    }

    static void follow(ProviderEvent event) {
        if (event instanceof ClientModel.ClientRemovedEvent removed) {
            String clientId = removed.getClient().getClientId();
            follow(removed.getKeycloakSession(), removed.getClient(), clientId, (listeners, realm) -> {
                // Somebody may have made another one of this client id since.
                if (realm.getClientByClientId(clientId) == null) {
                    listeners.forgetApplication(realm, clientId);
                }
            });
        } else if (event instanceof ClientModel.ClientIdChangeEvent changed) {
            String clientId = changed.getPreviousClientId();
            String newClientId = changed.getNewClientId();
            follow(
                    changed.getKeycloakSession(),
                    changed.getUpdatedClient(),
                    clientId,
                    (listeners, realm) -> listeners.renameApplication(realm, clientId, newClientId));
        } else if (event instanceof UserFlowRemovedEvent removed) {
            AuthenticationEventListenerProvider.of(removed.session())
                    .forgetUserFlow(removed.realm(), removed.userFlow().id());
        }
    }

    private static void follow(
            KeycloakSession session,
            ClientModel app,
            String clientId,
            BiConsumer<AuthenticationEventListenerProvider, RealmModel> change) {
        boolean isNamed = AuthenticationEventListenerProvider.of(session)
                .list(app.getRealm())
                .anyMatch(listener -> listener.conditions().names(clientId));
        if (isNamed) {
            session.getTransactionManager().enlistAfterCompletion(new ListenerUpkeep(session, app, clientId, change));
        }
    }

    @Override
    protected void commitImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, this::change);
        } catch (RuntimeException failed) {
            LOG.errorf(
                    failed,
                    "Event listeners of realm id %s may name the app %s, which is gone: take it out of them",
                    realmId,
                    clientId);
        }
    }

    private void change(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            change.accept(AuthenticationEventListenerProvider.of(session), realm);
        }
    }

    @Override
    protected void rollbackImpl() {
        // The app is still there, under its client id.
    }
}
