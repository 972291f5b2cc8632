package dev.externaltenants.tenant.apps;

import java.util.List;

import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/** Reads an app from Keycloak's client, whoever registered it. */
public final class AppClient {

    /** Keycloak's words for "as the redirect URIs" and "none". */
    private static final List<String> NO_ADDRESS = List.of("+", "-");

    private AppClient() {}

    public static Application read(ClientModel client) {
        String name = client.getName();
        return new Application(
                client.getClientId(),
                AppType.of(client),
                name == null || name.isBlank() ? null : name,
                client.isEnabled(),
                // Keycloak keeps sets; with an order of ours two equal ones are one version.
                client.getRedirectUris().stream().sorted().toList(),
                postLogoutRedirectUris(client),
                client.getAttribute(OIDCConfigAttributes.FRONT_CHANNEL_LOGOUT_URI),
                client.getAttribute(UserFlow.CLIENT_ATTRIBUTE),
                ApiAudiences.of(client),
                AppClaim.GROUPS.isOf(client));
    }

    private static List<String> postLogoutRedirectUris(ClientModel client) {
        List<String> stored = OIDCAdvancedConfigWrapper.fromClientModel(client)
                .getAttributeMultivalued(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);
        return stored.stream().filter(uri -> !NO_ADDRESS.contains(uri)).sorted().toList();
    }
}
