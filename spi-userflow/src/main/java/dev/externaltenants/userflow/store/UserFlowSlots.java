package dev.externaltenants.userflow.store;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The ten places for user flows of a tenant, in the session's transaction. */
final class UserFlowSlots {

    private final EntityManager entities;

    UserFlowSlots(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Takes a free place for the flow, or keeps the one it has under its present name.
     *
     * @throws TenantException {@code xt_flow_limit_reached}, {@code xt_flow_name_taken}
     * @throws org.keycloak.models.ModelDuplicateException when another transaction took the place or name first
     */
    void claim(String realmId, String flowId, String name, long version) {
        List<UserFlowSlotEntity> taken = ofRealm(realmId);
        refuseTakenName(taken, flowId, name);
        Optional<UserFlowSlotEntity> own =
                taken.stream().filter(slot -> slot.flowId().equals(flowId)).findFirst();
        if (own.isPresent()) {
            own.get().update(name, version);
        } else {
            entities.persist(new UserFlowSlotEntity(
                    KeycloakModelUtils.generateId(), realmId, freeSlot(taken), flowId, name, version));
        }
        // Now, not at commit: a unique key that is hit must be the caller's to answer.
        entities.flush();
    }

    /**
     * Locks the flow's row, so that of two updates from the same version one goes first and the other is refused.
     *
     * @return the version after this update
     * @throws TenantException {@code xt_flow_not_found}, {@code xt_version_conflict}
     */
    long advance(String realmId, String flowId, long expectedVersion) {
        UserFlowSlotEntity slot = ofFlow(realmId, flowId)
                .orElseThrow(() -> TenantException.notFound("xt_flow_not_found", "There is no user flow of this id."));
        entities.refresh(slot, LockModeType.PESSIMISTIC_WRITE);
        if (slot.flowVersion() != expectedVersion) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict",
                    "The user flow was changed meanwhile: its version is " + slot.flowVersion() + ", not "
                            + expectedVersion + ". Read it again.");
        }
        slot.update(slot.name(), expectedVersion + 1);
        return slot.flowVersion();
    }

    void release(String realmId, String flowId) {
        ofFlow(realmId, flowId).ifPresent(entities::remove);
    }

    void releaseAll(String realmId) {
        entities.createNamedQuery("XtUserFlowSlot.removeOfRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }

    /** Without regard to case: people who pick a flow by its name must not be misled. */
    private static void refuseTakenName(List<UserFlowSlotEntity> taken, String flowId, String name) {
        if (taken.stream()
                .anyMatch(slot ->
                        slot.name().equalsIgnoreCase(name) && !slot.flowId().equals(flowId))) {
            throw TenantException.conflict(
                    "xt_flow_name_taken", "name", "The tenant has a user flow of this name already.");
        }
    }

    private static int freeSlot(List<UserFlowSlotEntity> taken) {
        List<Integer> free = IntStream.rangeClosed(1, UserFlow.LIMIT)
                .filter(slot -> taken.stream().noneMatch(other -> other.slot() == slot))
                .boxed()
                .collect(Collectors.toList());
        if (free.isEmpty()) {
            throw TenantException.conflict(
                    "xt_flow_limit_reached", null, "A tenant has at most " + UserFlow.LIMIT + " user flows.");
        }
        // Any of them, so that writers at the same time seldom want the same one.
        Collections.shuffle(free);
        return free.get(0);
    }

    private List<UserFlowSlotEntity> ofRealm(String realmId) {
        return entities.createNamedQuery("XtUserFlowSlot.ofRealm", UserFlowSlotEntity.class)
                .setParameter("realmId", realmId)
                .getResultList();
    }

    private Optional<UserFlowSlotEntity> ofFlow(String realmId, String flowId) {
        return entities.createNamedQuery("XtUserFlowSlot.ofFlow", UserFlowSlotEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("flowId", flowId)
                .getResultStream()
                .findFirst();
    }
}
