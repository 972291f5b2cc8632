package dev.externaltenants.tenant.document;

import java.util.Map;

import dev.externaltenants.tenant.idp.BrokerSettings;
import dev.externaltenants.tenant.idp.IdentityProvider;

/**
 * A document with what others had to be asked before it can be applied.
 *
 * @param providers what identity providers publish of themselves, by the provider as the document has it
 */
public record PreparedDocument(TenantDocument wanted, Map<IdentityProvider, BrokerSettings> providers) {

    public PreparedDocument {
        providers = Map.copyOf(providers);
    }
}
