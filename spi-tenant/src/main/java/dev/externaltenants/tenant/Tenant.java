package dev.externaltenants.tenant;

/**
 * The settings of an external tenant.
 *
 * @param displayName what customers see as the tenant's name, at most 256 characters; the realm's name when absent
 */
public record Tenant(String displayName) {}
