package dev.externaltenants.tenant.document;

import java.util.Map;

import dev.externaltenants.tenant.idp.BrokerSettings;
import dev.externaltenants.tenant.idp.IdentityProvider;
import dev.externaltenants.themes.branding.CheckedImage;

/**
 * A document with what takes its time before it can be applied.
 *
 * @param providers what identity providers publish of themselves, by the provider as the document has it
 * @param pictures of its brands as they can be shown
 */
public record PreparedDocument(
        TenantDocument wanted,
        Map<IdentityProvider, BrokerSettings> providers,
        Map<GivenPicture, CheckedImage> pictures) {

    public PreparedDocument {
        providers = Map.copyOf(providers);
        pictures = Map.copyOf(pictures);
    }
}
