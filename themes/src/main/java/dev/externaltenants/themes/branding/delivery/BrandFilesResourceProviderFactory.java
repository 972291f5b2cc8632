package dev.externaltenants.themes.branding.delivery;

import dev.externaltenants.themes.branding.FileAddress;
import dev.externaltenants.userflow.rest.RealmResourceFactory;

/** Mounts {@link BrandFilesResource} at {@code /realms/{realm}/xt-brand}. */
public final class BrandFilesResourceProviderFactory extends RealmResourceFactory {

    public BrandFilesResourceProviderFactory() {
        super(FileAddress.RESOURCE, BrandFilesResource::new);
    }
}
