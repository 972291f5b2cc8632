package dev.externaltenants.compat;

import java.util.Optional;

import jakarta.persistence.EntityManager;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;

/** Reads past Keycloak's cache, which another writer empties only after it has committed, and on other nodes later. */
final class StoredIdentityProviders {

    private final KeycloakSession session;
    private final EntityManager entities;

    StoredIdentityProviders(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    Optional<IdentityProviderModel> find(String alias) {
        return id(alias).flatMap(this::readAnew);
    }

    /** Lists are not cached. */
    private Optional<String> id(String alias) {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.any().with(IdentityProviderModel.ALIAS, alias))
                .map(IdentityProviderModel::getInternalId)
                .findFirst();
    }

    /** Keycloak deletes without our lock, so it may go between any two of these lines. */
    private Optional<IdentityProviderModel> readAnew(String id) {
        entities.flush();
        // This transaction may have loaded it before it had the lock.
        Optional.ofNullable(entities.find(IdentityProviderEntity.class, id)).ifPresent(entities::detach);
        session.getProvider(CacheRealmProvider.class).registerInvalidation(id);
        // The cache hands out its own instance; what is changed and then refused must not stay in it.
        return Optional.ofNullable(session.identityProviders().getById(id)).map(IdentityProviderModel::new);
    }
}
