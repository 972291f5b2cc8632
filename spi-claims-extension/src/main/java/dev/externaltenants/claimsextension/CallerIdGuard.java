package dev.externaltenants.claimsextension;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Keeps the ids by which APIs know our calls from the apps of the realm, whichever door they come through. An app of such a
 * client id would have tokens of customers that name the same caller, or the same audience, and an API would take whoever
 * shows one for us.
 */
final class CallerIdGuard {

    private CallerIdGuard() {}

    /**
     * Looks at a client that was made or got another client id, and is not committed yet.
     *
     * @throws org.keycloak.services.ErrorResponseException 409 with {@code xt_application_client_id_taken}
     */
    static void follow(ProviderEvent event) {
        try {
            if (event instanceof ClientModel.ClientCreationEvent created) {
                ClientModel app = created.getCreatedClient();
                check(app.getRealm(), app.getClientId());
            } else if (event instanceof ClientModel.ClientIdChangeEvent changed) {
                check(changed.getUpdatedClient().getRealm(), changed.getNewClientId());
            }
        } catch (TenantException refused) {
            throw ErrorResponses.of(refused);
        }
    }

    /** @throws TenantException where calls of the realm's extensions are known by this id */
    static void check(RealmModel realm, String clientId) {
        // Entra's also where there is no extension yet, which would be refused for this app afterwards.
        boolean taken = CallerAuthentication.ENTRA_EVENTS_APP.equalsIgnoreCase(clientId)
                || realm.getComponentsStream(realm.getId(), ExtensionComponent.PROVIDER_TYPE)
                        .map(ExtensionComponent::read)
                        .anyMatch(extension -> isKnownBy(extension, clientId));
        if (taken) {
            throw TenantException.conflict(
                    "xt_application_client_id_taken",
                    "clientId",
                    "Calls of custom extensions name this id as their caller or audience.");
        }
    }

    /** Whatever the case: who compares GUIDs ignores it. */
    private static boolean isKnownBy(CustomExtension extension, String clientId) {
        return clientId.equalsIgnoreCase(extension.resourceId())
                || extension.callerId().filter(clientId::equalsIgnoreCase).isPresent();
    }
}
