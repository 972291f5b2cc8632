package dev.externaltenants.tenant.document;

import java.util.List;

/**
 * What became of a document.
 *
 * @param changes in the order of the document; empty when the tenant was so before
 * @param before the tenant as it was
 * @param after the tenant as it is now
 */
public record AppliedDocument(List<DocumentChange> changes, TenantDocument before, TenantDocument after) {

    public AppliedDocument {
        changes = List.copyOf(changes);
    }
}
