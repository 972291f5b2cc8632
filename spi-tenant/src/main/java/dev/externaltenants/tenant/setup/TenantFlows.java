package dev.externaltenants.tenant.setup;

import java.util.Map;

import dev.externaltenants.customattributes.collection.CollectAttributesAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.EmailCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.SignInCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.VerifyEmailAuthenticatorFactory;
import dev.externaltenants.userflow.signin.AppGateAuthenticatorFactory;
import dev.externaltenants.userflow.signin.AssuranceLevel;
import dev.externaltenants.userflow.signin.DirectGrantDeniedAuthenticatorFactory;
import dev.externaltenants.userflow.signin.IdentifyAuthenticatorFactory;
import dev.externaltenants.userflow.signin.PasswordAuthenticatorFactory;
import dev.externaltenants.userflow.signup.SignUpGateAuthenticatorFactory;
import org.keycloak.authentication.authenticators.access.DenyAccessAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
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

    /** The first proof counts as long as the longest session, whose end is the realm's to say. */
    private static final int ONE_FACTOR_SECONDS = TenantDefaults.STAY_SIGNED_IN_SECONDS;

    /** The second is asked again after ten hours, Keycloak's own default, also of who stays signed in. */
    private static final int TWO_FACTORS_SECONDS = ConditionalLoaAuthenticator.DEFAULT_MAX_AGE;

    private final RealmModel realm;
    private final boolean complete;

    /** @param complete whether flows that are there get the steps that they lack, as after an upgrade */
    TenantFlows(RealmModel realm, boolean complete) {
        this.realm = realm;
        this.complete = complete;
    }

    void bind() {
        FlowBinding.BROWSER.bind(realm, browser());
        FlowBinding.REGISTRATION.bind(realm, registration());
        FlowBinding.DIRECT_GRANT.bind(realm, directGrant());
        FlowBinding.RESET_CREDENTIALS.bind(realm, denied(FlowBinding.RESET_CREDENTIALS));
        FlowBinding.FIRST_BROKER_LOGIN.bind(realm, denied(FlowBinding.FIRST_BROKER_LOGIN));
    }

    /** Removes our flows with what an operator added to them; one that an operator uses elsewhere stays. */
    static void remove(KeycloakSession session, RealmModel realm) {
        for (FlowBinding binding : FlowBinding.ALL) {
            AuthenticationFlowModel flow = realm.getFlowByAlias(binding.ours());
            if (flow != null && !KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
                KeycloakModelUtils.deepDeleteAuthenticationFlow(session, realm, flow, () -> {}, () -> {}, false);
            }
        }
    }

    private AuthenticationFlowModel browser() {
        return FlowBuilder.topLevel(
                realm,
                complete,
                FlowBinding.BROWSER.ours(),
                "Sign-in of an external tenant; the app's user flow decides.",
                flow -> flow.required(AppGateAuthenticatorFactory.ID)
                        .subflow(
                                Requirement.REQUIRED,
                                "xt browser sign-in",
                                "An existing session, or proof anew",
                                signIn -> signIn.alternative(CookieAuthenticatorFactory.PROVIDER_ID)
                                        .subflow(
                                                Requirement.ALTERNATIVE,
                                                "xt browser forms",
                                                "Proof by forms",
                                                TenantFlows::forms)));
    }

    private static void forms(FlowBuilder forms) {
        forms.subflow(
                        Requirement.CONDITIONAL,
                        "xt browser first factor",
                        "Who signs in, and the first proof",
                        first -> level(first, "xt one factor", AssuranceLevel.ONE_FACTOR, ONE_FACTOR_SECONDS)
                                .required(IdentifyAuthenticatorFactory.ID)
                                .required(SignInCodeAuthenticatorFactory.ID)
                                .required(PasswordAuthenticatorFactory.ID))
                .subflow(
                        Requirement.CONDITIONAL,
                        "xt browser second factor",
                        "The second proof, where the user flow or the app asks for it",
                        second -> level(second, "xt two factors", AssuranceLevel.TWO_FACTORS, TWO_FACTORS_SECONDS)
                                .required(EmailCodeAuthenticatorFactory.ID));
    }

    /** @param maxAge seconds for which the level counts in the session */
    private static FlowBuilder level(FlowBuilder flow, String configAlias, int level, int maxAge) {
        return flow.configured(
                ConditionalLoaAuthenticatorFactory.PROVIDER_ID,
                configAlias,
                Map.of(
                        ConditionalLoaAuthenticator.LEVEL, String.valueOf(level),
                        ConditionalLoaAuthenticator.MAX_AGE, String.valueOf(maxAge)));
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

    /** Keycloak's own flow of this name passes user flows by; denied until there is one of ours. */
    private AuthenticationFlowModel denied(FlowBinding binding) {
        return FlowBuilder.topLevel(
                realm,
                complete,
                binding.ours(),
                "Denied: user flows do not offer it yet.",
                flow -> flow.required(DenyAccessAuthenticatorFactory.PROVIDER_ID));
    }
}
