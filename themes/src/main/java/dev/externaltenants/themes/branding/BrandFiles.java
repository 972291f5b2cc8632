package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The table of images, and of stylesheets that were shown, in the session's transaction. */
final class BrandFiles {

    private final EntityManager entities;

    BrandFiles(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    Optional<BrandFile> find(String realmId, String hash) {
        return entities.createNamedQuery("XtBrandingImage.find", BrandFileEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(BrandFileEntity::file);
    }

    /** Returns those of all files of the realm. */
    Set<String> hashes(String realmId) {
        return entities.createNamedQuery("XtBrandingImage.hashes", String.class)
                .setParameter("realmId", realmId)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Stores it unless it is there, and returns whether it was not. To be called under the configuration lock of the realm. */
    boolean put(String realmId, BrandFile file) {
        if (touch(realmId, file.hash())) {
            return false;
        }
        entities.persist(new BrandFileEntity(KeycloakModelUtils.generateId(), realmId, file, Time.currentTimeMillis()));
        // Before a statement of the same transaction asks for it.
        entities.flush();
        return true;
    }

    /** Has the realm keep so many files at most, by removing what is in use the least, but none of these. */
    void removeBeyond(int most, String realmId, Set<String> kept) {
        long beyond = entities.createNamedQuery("XtBrandingImage.count", Long.class)
                        .setParameter("realmId", realmId)
                        .getSingleResult()
                - most;
        if (beyond > 0) {
            List<String> oldest = entities.createNamedQuery("XtBrandingImage.oldest", String.class)
                    .setParameter("realmId", realmId)
                    .setParameter("kept", kept)
                    .setMaxResults(Math.toIntExact(beyond))
                    .getResultList();
            oldest.forEach(id -> entities.createNamedQuery("XtBrandingImage.remove")
                    .setParameter("id", id)
                    .executeUpdate());
        }
    }

    /** Says that it is in use, and returns whether it is there. */
    boolean touch(String realmId, String hash) {
        return touch(realmId, Set.of(hash)) > 0;
    }

    int touch(String realmId, Set<String> hashes) {
        return hashes.isEmpty()
                ? 0
                : entities.createNamedQuery("XtBrandingImage.touch")
                        .setParameter("realmId", realmId)
                        .setParameter("hashes", hashes)
                        .setParameter("now", Time.currentTimeMillis())
                        .executeUpdate();
    }

    /** Returns realms, at most so many, that have what nobody said to be in use since then. */
    List<String> realmsWithUnused(long since, int most) {
        return entities.createNamedQuery("XtBrandingImage.realmsWithUnused", String.class)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** Says that all of the realm's is in use, for nobody can tell. */
    void touchAll(String realmId) {
        entities.createNamedQuery("XtBrandingImage.touchAll")
                .setParameter("realmId", realmId)
                .setParameter("now", Time.currentTimeMillis())
                .executeUpdate();
    }

    int removeUnused(String realmId, long since) {
        return entities.createNamedQuery("XtBrandingImage.removeUnused")
                .setParameter("realmId", realmId)
                .setParameter("since", since)
                .executeUpdate();
    }

    void removeAll(String realmId) {
        entities.createNamedQuery("XtBrandingImage.removeOfRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
