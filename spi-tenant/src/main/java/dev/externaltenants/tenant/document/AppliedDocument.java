package dev.externaltenants.tenant.document;

import java.util.List;

/**
 * What became of a document.
 *
 * @param changes in the order of the document; empty when the tenant was so before
 * @param tenant as it is now
 */
public record AppliedDocument(List<DocumentChange> changes, TenantDocument tenant) {

    public AppliedDocument {
        changes = List.copyOf(changes);
    }
}
