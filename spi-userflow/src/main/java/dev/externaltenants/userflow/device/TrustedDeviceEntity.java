package dev.externaltenants.userflow.device;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

import org.hibernate.annotations.Nationalized;

/** A trusted device as it is stored. It has no key into Keycloak's tables: a user may come from an outside directory. */
@Entity(name = "XtTrustedDevice")
@Table(name = "XT_TRUSTED_DEVICE")
@NamedQuery(
        name = "XtTrustedDevice.ofUser",
        query = "select d from XtTrustedDevice d where d.realmId = :realmId and d.userId = :userId"
                + " order by d.lastUsedAt desc, d.id")
@NamedQuery(name = "XtTrustedDevice.used", query = "update XtTrustedDevice d set d.lastUsedAt = :now where d.id = :id")
@NamedQuery(
        name = "XtTrustedDevice.removeOne",
        query = "delete from XtTrustedDevice d where d.realmId = :realmId and d.userId = :userId and d.id = :id")
@NamedQuery(
        name = "XtTrustedDevice.removeOfUser",
        query = "delete from XtTrustedDevice d where d.realmId = :realmId and d.userId = :userId")
@NamedQuery(name = "XtTrustedDevice.removeOfRealm", query = "delete from XtTrustedDevice d where d.realmId = :realmId")
@NamedQuery(name = "XtTrustedDevice.removeExpired", query = "delete from XtTrustedDevice d where d.expiresAt <= :now")
class TrustedDeviceEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "SECRET_HASH", length = 64, nullable = false)
    private String secretHash;

    @Column(name = "ACCOUNT_STATE", length = 64, nullable = false)
    private String accountState;

    @Nationalized
    @Column(name = "DEVICE_NAME", length = 100)
    private String name;

    @Column(name = "TRUSTED_SINCE", nullable = false)
    private long trustedSince;

    @Column(name = "LAST_USED_AT", nullable = false)
    private long lastUsedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    /** For Hibernate. */
    protected TrustedDeviceEntity() {}

    TrustedDeviceEntity(
            DeviceSecret secret, String realmId, String userId, String accountState, String name, long now, long end) {
        this.id = secret.id();
        this.realmId = realmId;
        this.userId = userId;
        this.secretHash = secret.hash();
        this.accountState = accountState;
        this.name = name;
        this.trustedSince = now;
        this.lastUsedAt = now;
        this.expiresAt = end;
    }

    String id() {
        return id;
    }

    boolean isOf(String ofRealmId, String ofUserId) {
        return realmId.equals(ofRealmId) && userId.equals(ofUserId);
    }

    boolean isKnownBy(DeviceSecret secret) {
        return secret.hasHash(secretHash);
    }

    /** @param notBefore what the realm's administrators ended last, in seconds */
    boolean isTrusted(String stateOfNow, int notBefore, long now) {
        return accountState.equals(stateOfNow) && now < expiresAt && trustedSince / 1000 >= notBefore;
    }

    boolean isYoungerThan(long millis, long now) {
        return now - trustedSince < millis;
    }

    TrustedDevice device() {
        // An empty text is null on Oracle.
        return new TrustedDevice(
                id,
                name == null ? "" : name,
                Instant.ofEpochMilli(trustedSince),
                Instant.ofEpochMilli(lastUsedAt),
                Instant.ofEpochMilli(expiresAt));
    }
}
