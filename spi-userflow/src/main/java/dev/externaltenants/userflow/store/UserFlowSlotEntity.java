package dev.externaltenants.userflow.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/**
 * One of the ten places for user flows in a tenant.
 *
 * <p>The database's unique keys hold the limit and the unique name under concurrent writers on many nodes, whatever door
 * a flow comes through; the row is also what concurrent updates of a flow lock.
 */
@Entity(name = "XtUserFlowSlot")
@Table(name = "XT_USER_FLOW_SLOT")
@NamedQuery(name = "XtUserFlowSlot.ofRealm", query = "select s from XtUserFlowSlot s where s.realmId = :realmId")
@NamedQuery(
        name = "XtUserFlowSlot.ofFlow",
        query = "select s from XtUserFlowSlot s where s.realmId = :realmId and s.flowId = :flowId")
@NamedQuery(name = "XtUserFlowSlot.removeOfRealm", query = "delete from XtUserFlowSlot s where s.realmId = :realmId")
class UserFlowSlotEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "SLOT", nullable = false)
    private int slot;

    @Column(name = "FLOW_ID", length = 36, nullable = false)
    private String flowId;

    @Column(name = "NAME", length = 64, nullable = false)
    private String name;

    @Column(name = "FLOW_VERSION", nullable = false)
    private long flowVersion;

    /** For Hibernate. */
    protected UserFlowSlotEntity() {}

    UserFlowSlotEntity(String id, String realmId, int slot, String flowId, String name, long flowVersion) {
        this.id = id;
        this.realmId = realmId;
        this.slot = slot;
        this.flowId = flowId;
        this.name = name;
        this.flowVersion = flowVersion;
    }

    String id() {
        return id;
    }

    int slot() {
        return slot;
    }

    String flowId() {
        return flowId;
    }

    String name() {
        return name;
    }

    long flowVersion() {
        return flowVersion;
    }

    void update(String newName, long newVersion) {
        this.name = newName;
        this.flowVersion = newVersion;
    }
}
