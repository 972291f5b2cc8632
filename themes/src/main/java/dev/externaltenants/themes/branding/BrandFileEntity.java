package dev.externaltenants.themes.branding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A file of a brand as it is stored. */
@Entity(name = "XtBrandingImage")
@Table(name = "XT_BRANDING_IMAGE")
@NamedQuery(
        name = "XtBrandingImage.find",
        query = "select i from XtBrandingImage i where i.realmId = :realmId and i.hash = :hash")
@NamedQuery(
        name = "XtBrandingImage.touch",
        query = "update XtBrandingImage i set i.usedAt = :now where i.realmId = :realmId and i.hash in :hashes")
@NamedQuery(
        name = "XtBrandingImage.touchAll",
        query = "update XtBrandingImage i set i.usedAt = :now where i.realmId = :realmId")
@NamedQuery(name = "XtBrandingImage.hashes", query = "select i.hash from XtBrandingImage i where i.realmId = :realmId")
@NamedQuery(name = "XtBrandingImage.count", query = "select count(i) from XtBrandingImage i where i.realmId = :realmId")
@NamedQuery(
        name = "XtBrandingImage.oldest",
        query = "select i.id from XtBrandingImage i where i.realmId = :realmId and i.hash not in :kept"
                + " order by i.usedAt, i.id")
@NamedQuery(name = "XtBrandingImage.remove", query = "delete from XtBrandingImage i where i.id = :id")
@NamedQuery(
        name = "XtBrandingImage.realmsWithUnused",
        query = "select distinct i.realmId from XtBrandingImage i where i.usedAt < :since")
@NamedQuery(
        name = "XtBrandingImage.removeUnused",
        query = "delete from XtBrandingImage i where i.realmId = :realmId and i.usedAt < :since")
@NamedQuery(name = "XtBrandingImage.removeOfRealm", query = "delete from XtBrandingImage i where i.realmId = :realmId")
class BrandFileEntity {

    /** As many bytes as Hibernate can name: a picture has at most some hundred thousand. */
    private static final int MOST_BYTES = Integer.MAX_VALUE;

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "CONTENT_HASH", length = 64, nullable = false)
    private String hash;

    @Column(name = "MEDIA_TYPE", length = 64, nullable = false)
    private String type;

    /** No large object in Hibernate's sense: on PostgreSQL that would be another column's type than the changelog's. */
    @Column(name = "CONTENT", length = MOST_BYTES, nullable = false)
    private byte[] content;

    @Column(name = "USED_AT", nullable = false)
    private long usedAt;

    /** For Hibernate. */
    protected BrandFileEntity() {}

    BrandFileEntity(String id, String realmId, BrandFile file, long now) {
        this.id = id;
        this.realmId = realmId;
        this.hash = file.hash();
        this.type = file.type();
        this.content = file.content();
        this.usedAt = now;
    }

    BrandFile file() {
        return BrandFile.of(type, content);
    }
}
