package dev.externaltenants.claimsextension.mapping;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.keycloak.models.ClientModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Holds Keycloak's own doors to clients, and imports, to the rules for claims mappings. Whoever manages clients there may
 * give an app any claim by a mapper anyway, so what is asked here is not who writes, but what.
 */
public final class ClaimsMappingGuard {

    private ClaimsMappingGuard() {}

    /**
     * Looks at a client that was written and is not committed yet.
     *
     * @throws org.keycloak.services.ErrorResponseException 400 with what the first broken rule says
     */
    public static void follow(ProviderEvent event) {
        if (event instanceof ClientModel.ClientUpdatedEvent updated) {
            try {
                AppClaimsMapping.of(updated.getUpdatedClient());
            } catch (TenantException refused) {
                throw ErrorResponses.of(refused.at("attributes[" + AppClaimsMapping.CLIENT_ATTRIBUTE + "]"));
            }
        }
    }
}
