package dev.externaltenants.userflow.store;

import dev.externaltenants.userflow.UserFlowProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Takes an identity provider out of the user flows once its removal is committed.
 *
 * <p>Not before: Keycloak locks the provider's row as it deletes it, and our own changes lock the realm first and write the
 * provider then. Each would wait for the other one.
 */
final class ProviderRemoval extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(ProviderRemoval.class);

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final String alias;

    private ProviderRemoval(KeycloakSessionFactory sessions, String realmId, String alias) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.alias = alias;
    }

    static void follow(RealmModel.IdentityProviderRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        if (UserFlowProvider.of(session).list(removed.getRealm()).findAny().isPresent()) {
            session.getTransactionManager()
                    .enlistAfterCompletion(new ProviderRemoval(
                            session.getKeycloakSessionFactory(),
                            removed.getRealm().getId(),
                            removed.getRemovedIdentityProvider().getAlias()));
        }
    }

    @Override
    protected void commitImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, this::forget);
        } catch (RuntimeException failed) {
            LOG.errorf(
                    failed,
                    "User flows of realm id %s may list the identity provider %s, which was removed: take it out of them",
                    realmId,
                    alias);
        }
    }

    private void forget(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            UserFlowProvider.of(session).forgetIdentityProvider(realm, alias);
        }
    }

    @Override
    protected void rollbackImpl() {
        // The provider is still there.
    }
}
