package dev.externaltenants.themes.branding;

import java.time.Instant;

/**
 * What a preview link shows.
 *
 * @param theme its name, or null for the tenant's own brand
 * @param themeId what tells it from a later one of its name
 * @param expiresAt when the link ends
 */
public record BrandPreview(String theme, String themeId, Instant expiresAt) {}
