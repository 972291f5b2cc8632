package dev.externaltenants.themes.branding;

import java.util.Optional;

/** The stylesheets that this node wrote last: to make colours readable and to hash the whole takes longer than a page may. */
final class Stylesheets {

    /** Of all tenants; each takes up to two kilobytes with what it is of. */
    private static final int MOST = 3_000;

    private final ComputedCache<Said, Optional<BrandFile>> written =
            new ComputedCache<>(MOST, said -> Stylesheet.of(said.look(), said.files()));

    private record Said(Brand look, String files) {}

    /** As {@link Stylesheet#of}. */
    Optional<BrandFile> of(Brand shown, String files) {
        return written.of(new Said(Stylesheet.look(shown), files));
    }
}
