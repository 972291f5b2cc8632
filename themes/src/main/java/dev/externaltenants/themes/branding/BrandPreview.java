package dev.externaltenants.themes.branding;

import java.time.Instant;

/**
 * What a preview link shows.
 *
 * @param theme its name, or null for the tenant's own brand
 * @param expiresAt when the link ends
 */
public record BrandPreview(String theme, Instant expiresAt) {}
