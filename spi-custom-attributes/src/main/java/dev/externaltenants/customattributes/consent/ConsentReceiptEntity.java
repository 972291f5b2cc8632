package dev.externaltenants.customattributes.consent;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

import dev.externaltenants.customattributes.consent.ConsentReceipt.Action;
import org.hibernate.annotations.Nationalized;

/** A receipt as it is stored. It has no key into Keycloak's tables: a user may come from an outside directory. */
@Entity(name = "XtConsentReceipt")
@Table(name = "XT_CONSENT_RECEIPT")
@NamedQuery(
        name = "XtConsentReceipt.ofUser",
        query = "select r from XtConsentReceipt r where r.realmId = :realmId and r.userId = :userId"
                + " order by r.createdAt desc, r.id")
@NamedQuery(
        name = "XtConsentReceipt.removeOfUser",
        query = "delete from XtConsentReceipt r where r.realmId = :realmId and r.userId = :userId")
@NamedQuery(
        name = "XtConsentReceipt.removeOfRealm",
        query = "delete from XtConsentReceipt r where r.realmId = :realmId")
class ConsentReceiptEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "ATTRIBUTE_NAME", length = 64, nullable = false)
    private String attribute;

    @Nationalized
    @Column(name = "DOCUMENT", length = 250, nullable = false)
    private String document;

    @Column(name = "DOCUMENT_VERSION", length = 250, nullable = false)
    private String version;

    @Column(name = "LANGUAGE_TAG", length = 64)
    private String language;

    @Column(name = "TEXT_HASH", length = 64)
    private String textHash;

    @Column(name = "ACTION_NAME", length = 16, nullable = false)
    private String action;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "USER_FLOW_ID", length = 36)
    private String userFlowId;

    @Nationalized
    @Column(name = "CLIENT_ID")
    private String clientId;

    @Column(name = "SOURCE_NETWORK", length = 64)
    private String source;

    /** For Hibernate. */
    protected ConsentReceiptEntity() {}

    ConsentReceiptEntity(String realmId, String userId, ConsentReceipt receipt) {
        this.id = receipt.id();
        this.realmId = realmId;
        this.userId = userId;
        this.attribute = receipt.attribute();
        this.document = receipt.document();
        this.version = receipt.version();
        this.language = receipt.language();
        this.textHash = receipt.textHash();
        this.action = receipt.action().name();
        this.createdAt = receipt.time().toEpochMilli();
        this.userFlowId = receipt.userFlowId();
        this.clientId = receipt.clientId();
        this.source = receipt.source();
    }

    ConsentReceipt receipt() {
        return new ConsentReceipt(
                id,
                attribute,
                document,
                version,
                language,
                textHash,
                Action.valueOf(action),
                Instant.ofEpochMilli(createdAt),
                userFlowId,
                clientId,
                source);
    }
}
