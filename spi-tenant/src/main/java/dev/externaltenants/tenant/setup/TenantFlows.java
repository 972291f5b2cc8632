package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.collection.CollectAttributesAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.ResetCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.VerifyEmailAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.reset.NewPasswordAuthenticatorFactory;
import dev.externaltenants.userflow.broker.BrokerFlows;
import dev.externaltenants.userflow.signin.AppGateAuthenticatorFactory;
import dev.externaltenants.userflow.signin.DirectGrantDeniedAuthenticatorFactory;
import dev.externaltenants.userflow.signin.PasswordResetGateAuthenticatorFactory;
import dev.externaltenants.userflow.signup.SignUpGateAuthenticatorFactory;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The tenant's one set of Keycloak flows, whose steps ask the app's user flow at run time.
 *
 * <p>There is never a copy per user flow: what differs is decided by the steps, so an operator extends one set.
 */
final class TenantFlows {

    /** How earlier versions, which had no password reset, described the flow that they denied. */
    private static final String DENIED = "Denied: user flows do not offer it yet.";

    private final RealmModel realm;
    private final boolean complete;

    /** @param complete whether flows that are there get the steps that they lack, as after an upgrade */
    TenantFlows(RealmModel realm, boolean complete) {
        this.realm = realm;
        this.complete = complete;
    }

    void bind() {
        FlowBinding.BROWSER.bind(realm, SignInFlow.in(realm, complete));
        FlowBinding.REGISTRATION.bind(realm, registration());
        FlowBinding.DIRECT_GRANT.bind(realm, directGrant());
        FlowBinding.RESET_CREDENTIALS.bind(realm, passwordReset());
        BrokerLoginFlows brokered = new BrokerLoginFlows(realm, complete);
        FlowBinding.FIRST_BROKER_LOGIN.bind(realm, brokered.first());
        // No place of the realm is for it: each provider names it.
        brokered.post();
        SamlEcp.deny(realm);
    }

    /** Removes our flows with what an operator added to them; one that an operator uses elsewhere stays. */
    static void remove(KeycloakSession session, RealmModel realm) {
        SamlEcp.restore(realm);
        List<String> ours = Stream.concat(
                        FlowBinding.ALL.stream().map(FlowBinding::ours), Stream.of(BrokerFlows.POST_LOGIN))
                .toList();
        for (String alias : ours) {
            AuthenticationFlowModel flow = realm.getFlowByAlias(alias);
            if (flow != null && !KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
                KeycloakModelUtils.deepDeleteAuthenticationFlow(session, realm, flow, () -> {}, () -> {}, false);
            }
        }
    }

    private AuthenticationFlowModel registration() {
        return FlowBuilder.topLevel(
                realm,
                complete,
                FlowBinding.REGISTRATION.ours(),
                "Sign-up of an external tenant: e-mail proof, then attributes and account.",
                flow -> flow.required(SignUpGateAuthenticatorFactory.ID)
                        .required(VerifyEmailAuthenticatorFactory.ID)
                        .required(CollectAttributesAuthenticatorFactory.ID));
    }

    /** An external tenant has no password grant: it would pass every step of a user flow by. */
    private AuthenticationFlowModel directGrant() {
        return FlowBuilder.topLevel(
                realm,
                complete,
                FlowBinding.DIRECT_GRANT.ours(),
                "Denied: an external tenant has no password grant.",
                flow -> flow.required(DirectGrantDeniedAuthenticatorFactory.ID));
    }

    private AuthenticationFlowModel passwordReset() {
        AuthenticationFlowModel present = realm.getFlowByAlias(FlowBinding.RESET_CREDENTIALS.ours());
        boolean deniedByUs = present != null && DENIED.equals(present.getDescription());
        return FlowBuilder.onceDenied(
                realm,
                complete || deniedByUs,
                FlowBinding.RESET_CREDENTIALS.ours(),
                "Password reset of an external tenant: e-mail proof, then another password.",
                flow -> flow.required(AppGateAuthenticatorFactory.ID)
                        .required(PasswordResetGateAuthenticatorFactory.ID)
                        .required(ResetCodeAuthenticatorFactory.ID)
                        .required(NewPasswordAuthenticatorFactory.ID));
    }
}
