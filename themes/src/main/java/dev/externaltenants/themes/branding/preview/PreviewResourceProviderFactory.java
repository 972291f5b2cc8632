package dev.externaltenants.themes.branding.preview;

import dev.externaltenants.themes.branding.PreviewAddress;
import dev.externaltenants.userflow.rest.RealmResourceFactory;

/** Mounts {@link PreviewResource} at {@code /realms/{realm}/xt-preview}. */
public final class PreviewResourceProviderFactory extends RealmResourceFactory {

    public PreviewResourceProviderFactory() {
        super(PreviewAddress.RESOURCE, PreviewResource::new);
    }
}
