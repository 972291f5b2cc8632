package dev.externaltenants.tenant.document;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A part of the tenant document, over the engine that keeps what it shows. */
interface DocumentSection {

    /** Returns its key in the document. */
    String name();

    /** Returns what the tenant has. */
    JsonNode read();

    /**
     * Creates and changes what the section wants, and returns the changes that no diff of what is shown can tell.
     *
     * @throws dev.externaltenants.userflow.TenantException with the path in the document
     */
    List<DocumentChange> put(JsonNode wanted);

    /** Removes what the section does not have; nothing of the tenant names it any more. */
    void prune(JsonNode wanted);
}
