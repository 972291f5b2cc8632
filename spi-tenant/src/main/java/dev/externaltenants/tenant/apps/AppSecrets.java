package dev.externaltenants.tenant.apps;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.services.clientpolicy.context.ClientSecretRotationContext;
import org.keycloak.services.resources.admin.AdminAuth;

/** New secrets for apps. Whether the old one works on for a while is what Keycloak's secret-rotation policy says. */
final class AppSecrets {

    private final KeycloakSession session;
    private final AdminAuth administrator;

    AppSecrets(KeycloakSession session, AdminAuth administrator) {
        this.session = session;
        this.administrator = administrator;
    }

    /** @throws TenantException {@code xt_application_without_secret} */
    String rotate(ClientModel client) {
        if (!AppType.of(client).keepsSecret() || client.isPublicClient()) {
            throw TenantException.conflict(
                    "xt_application_without_secret", null, "An app of this type keeps no secret.");
        }
        // The executor of the policy, if the realm has one, sets it.
        session.setAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED, Boolean.FALSE);
        ClientSecretRotationContext rotation = new ClientSecretRotationContext(
                ModelToRepresentation.toRepresentation(client, session), client, client.getSecret(), administrator);
        String secret = KeycloakModelUtils.generateSecret(client);
        new ClientPolicies(session).ask(rotation);
        boolean oldWorksOn =
                Boolean.TRUE.equals(session.getAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED));
        if (!oldWorksOn) {
            OIDCClientSecretConfigWrapper.fromClientModel(client).removeClientSecretRotationInfo();
        }
        session.removeAttribute(ClientSecretConstants.CLIENT_SECRET_ROTATION_ENABLED);
        return secret;
    }
}
