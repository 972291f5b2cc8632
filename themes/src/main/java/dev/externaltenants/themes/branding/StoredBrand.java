package dev.externaltenants.themes.branding;

import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A brand with its past and its future.
 *
 * @param id of a theme, which another one of its name would not have; null of the tenant's own brand, which never goes
 * @param name of the theme; null is the tenant's own brand, which themes fall back to
 * @param draft what is worked on
 * @param published what customers see, or null before the first time
 * @param previous what they saw before, or null
 * @param publishedAt when that was changed last, in milliseconds since 1970, or null
 * @param version grows with each change
 */
public record StoredBrand(
        String id, String name, Brand draft, Brand published, Brand previous, Long publishedAt, long version) {

    /** Returns the tenant's own brand, or a theme that nobody had before, saying nothing. */
    static StoredBrand named(String name) {
        String id = name == null ? null : KeycloakModelUtils.generateId();
        return new StoredBrand(id, name, Brand.NEUTRAL, null, null, null, 0);
    }

    StoredBrand withDraft(Brand changed) {
        return new StoredBrand(id, name, changed, published, previous, publishedAt, version + 1);
    }

    /** What is shown already and published once more leaves something else to roll back to. */
    StoredBrand withPublished(Brand next, long now) {
        return new StoredBrand(id, name, draft, next, next.equals(published) ? previous : shown(), now, version + 1);
    }

    /** Says whether somebody works on a draft that customers do not see yet. */
    boolean hasOwnDraft() {
        return !draft.withImages(draft.pictures()).equals(shown().withImages(shown().pictures()));
    }

    /** Returns what customers see. */
    public Brand shown() {
        return published == null ? Brand.NEUTRAL : published;
    }

    /** Returns what is said by it in any state. */
    Stream<Brand> states() {
        return Stream.of(draft, published, previous).filter(Objects::nonNull);
    }

    /** Returns every picture of every state. */
    Stream<BrandImage> allImages() {
        return states().flatMap(brand -> brand.pictures().values().stream());
    }

    /** Returns the pictures of this kind of every state. */
    Stream<BrandImage> images(ImageKind kind) {
        return states().flatMap(brand -> brand.image(kind).stream());
    }
}
