package dev.externaltenants.tenant.document;

import java.util.Map;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.themes.branding.ImageKind;

/**
 * A brand as customers see it.
 *
 * @param name of the theme; null is the tenant's own brand
 * @param brand which need not name its images
 */
record DocumentedBrand(String name, Brand brand, Map<ImageKind, CheckedImage> images) {}
