package dev.externaltenants.themes.branding.rest;

import java.time.Instant;
import java.util.List;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.BrandWarning;
import dev.externaltenants.themes.branding.StoredBrand;

/**
 * A brand as the REST shows it.
 *
 * @param name of the theme; absent from the tenant's own brand
 * @param publishedAt in ISO 8601, absent before the first time
 * @param warnings what pages would show otherwise than the draft says
 */
record BrandView(
        String name,
        Brand draft,
        Brand published,
        Brand previous,
        String publishedAt,
        List<BrandWarning> warnings,
        long version) {

    static BrandView of(StoredBrand brand) {
        return new BrandView(
                brand.name(),
                brand.draft(),
                brand.published(),
                brand.previous(),
                brand.publishedAt() == null
                        ? null
                        : Instant.ofEpochMilli(brand.publishedAt()).toString(),
                BrandWarning.of(brand.draft()),
                brand.version());
    }
}
