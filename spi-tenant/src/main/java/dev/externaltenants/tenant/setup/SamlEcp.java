package dev.externaltenants.tenant.setup;

import java.util.Map;
import java.util.Optional;

import org.keycloak.authentication.authenticators.access.DenyAccessAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/**
 * SAML's profile for clients without a browser. It takes a password alone, counts no wrong one, and asks no user flow.
 * Keycloak finds its flow by name, so none of ours can be bound in its place: it is denied within that flow.
 */
final class SamlEcp {

    /** Tells our step from one that came with the realm. */
    private static final String DENIAL = "xt no saml ecp";

    private SamlEcp() {}

    static void deny(RealmModel realm) {
        AuthenticationFlowModel flow = flow(realm);
        if (flow == null || denial(realm, flow).isPresent()) {
            return;
        }
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setAlias(DENIAL);
        config.setConfig(Map.of());
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setRequirement(Requirement.REQUIRED);
        execution.setPriority(beforeAllOf(realm, flow));
        execution.setAuthenticator(DenyAccessAuthenticatorFactory.PROVIDER_ID);
        execution.setAuthenticatorConfig(realm.addAuthenticatorConfig(config).getId());
        realm.addAuthenticatorExecution(execution);
    }

    /** Leaves the flow as it was before. */
    static void restore(RealmModel realm) {
        AuthenticationFlowModel flow = flow(realm);
        if (flow == null) {
            return;
        }
        denial(realm, flow).ifPresent(execution -> {
            realm.removeAuthenticatorExecution(execution);
            realm.removeAuthenticatorConfig(realm.getAuthenticatorConfigByAlias(DENIAL));
        });
    }

    private static AuthenticationFlowModel flow(RealmModel realm) {
        return realm.getFlowByAlias(DefaultAuthenticationFlows.SAML_ECP_FLOW);
    }

    private static Optional<AuthenticationExecutionModel> denial(RealmModel realm, AuthenticationFlowModel flow) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigByAlias(DENIAL);
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> config != null && config.getId().equals(execution.getAuthenticatorConfig()))
                .findFirst();
    }

    private static int beforeAllOf(RealmModel realm, AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                        .mapToInt(AuthenticationExecutionModel::getPriority)
                        .min()
                        .orElse(0)
                - 1;
    }
}
