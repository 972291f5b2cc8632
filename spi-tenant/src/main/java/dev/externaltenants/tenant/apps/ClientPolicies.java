package dev.externaltenants.tenant.apps;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.validation.ValidationUtil;

/** What the realm's own rules for clients say, which hold for our door as for Keycloak's. */
final class ClientPolicies {

    private final KeycloakSession session;

    ClientPolicies(KeycloakSession session) {
        this.session = session;
    }

    /** @throws TenantException {@code xt_application_policy_refused} */
    void ask(ClientCRUDContext context) {
        ClientModel administrators = session.getContext().getClient();
        if (context.getTargetClient() != null) {
            // Executors take the client that they are about from there, as Keycloak's own resources leave it.
            session.getContext().setClient(context.getTargetClient());
        }
        try {
            session.clientPolicy().triggerOnEvent(context);
        } catch (ClientPolicyException refused) {
            throw TenantException.invalid(
                    "xt_application_policy_refused",
                    null,
                    "A client policy of the realm refuses this: " + refused.getErrorDetail() + ".");
        } finally {
            session.getContext().setClient(administrators);
        }
    }

    /** @throws TenantException {@code xt_application_policy_refused} */
    void validate(ClientModel client, boolean isNew) {
        ValidationUtil.validateClient(session, client, isNew, result -> {
            throw TenantException.invalid(
                    "xt_application_policy_refused",
                    null,
                    "Keycloak refuses these settings: " + result.getAllErrorsAsString() + ".");
        });
    }
}
