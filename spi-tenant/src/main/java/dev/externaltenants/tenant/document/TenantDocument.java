package dev.externaltenants.tenant.document;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that an operator sets of a tenant, as one tree by sections. It names objects and never numbers them, so that it fits
 * any realm, and holds no secret.
 */
public record TenantDocument(ObjectNode sections) {}
