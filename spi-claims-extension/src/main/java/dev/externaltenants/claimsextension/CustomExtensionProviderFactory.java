package dev.externaltenants.claimsextension;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link CustomExtensionProvider}s. */
public interface CustomExtensionProviderFactory extends ProviderFactory<CustomExtensionProvider> {

    /** Returns the internal hosts that the operator lets extensions reach. */
    AllowedHosts allowedHosts();
}
