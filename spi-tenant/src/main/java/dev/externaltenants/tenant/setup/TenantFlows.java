package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.collection.BrokeredSignUpAuthenticatorFactory;
import dev.externaltenants.customattributes.collection.CollectAttributesAuthenticatorFactory;
import dev.externaltenants.customattributes.collection.CompleteAttributesAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.BrokeredEmailAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.EmailCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.LinkCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.SignInCodeAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.VerifyEmailAuthenticatorFactory;
import dev.externaltenants.userflow.broker.BrokerFlows;
import dev.externaltenants.userflow.broker.BrokeredAccountAuthenticatorFactory;
import dev.externaltenants.userflow.broker.LinkConditionAuthenticatorFactory;
import dev.externaltenants.userflow.broker.LinkPasswordAuthenticatorFactory;
import dev.externaltenants.userflow.broker.PostLoginBeginAuthenticatorFactory;
import dev.externaltenants.userflow.broker.PostLoginEndAuthenticatorFactory;
import dev.externaltenants.userflow.broker.ProviderGateAuthenticatorFactory;
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
        FlowBinding.FIRST_BROKER_LOGIN.bind(realm, firstBrokerLogin());
        // No place of the realm is for it: each provider names it.
        postBrokerLogin();
    }

    /** Removes our flows with what an operator added to them; one that an operator uses elsewhere stays. */
    static void remove(KeycloakSession session, RealmModel realm) {
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

    private AuthenticationFlowModel firstBrokerLogin() {
        return FlowBuilder.topLevel(
                realm,
                complete,
                FlowBinding.FIRST_BROKER_LOGIN.ours(),
                "First sign-in with an identity provider: a proven address, then an account or proof of the existing one.",
                flow -> flow.required(AppGateAuthenticatorFactory.ID)
                        .required(ProviderGateAuthenticatorFactory.ID)
                        .required(BrokeredEmailAuthenticatorFactory.ID)
                        .required(BrokeredSignUpAuthenticatorFactory.ID)
                        .subflow(
                                Requirement.CONDITIONAL,
                                "xt broker link",
                                "Proof of the existing account",
                                TenantFlows::link)
                        .required(BrokeredAccountAuthenticatorFactory.ID));
    }

    private static void link(FlowBuilder link) {
        link.required(LinkConditionAuthenticatorFactory.ID)
                .required(LinkCodeAuthenticatorFactory.ID)
                .required(LinkPasswordAuthenticatorFactory.ID)
                .subflow(
                        Requirement.CONDITIONAL,
                        "xt broker link second factor",
                        "The second proof of the existing account, where the user flow asks for it",
                        second -> level(
                                        second,
                                        "xt two factors to link",
                                        AssuranceLevel.TWO_FACTORS,
                                        TWO_FACTORS_SECONDS)
                                .required(EmailCodeAuthenticatorFactory.ID));
    }

    private AuthenticationFlowModel postBrokerLogin() {
        return FlowBuilder.topLevel(
                realm,
                complete,
                BrokerFlows.POST_LOGIN,
                "After each sign-in with an identity provider: what the app's user flow asks besides.",
                flow -> flow.required(PostLoginBeginAuthenticatorFactory.ID)
                        .required(AppGateAuthenticatorFactory.ID)
                        .required(ProviderGateAuthenticatorFactory.ID)
                        .required(CompleteAttributesAuthenticatorFactory.ID)
                        .subflow(
                                Requirement.CONDITIONAL,
                                "xt broker second factor",
                                "The second proof, where the user flow or the app asks for it",
                                second -> level(
                                                second,
                                                "xt two factors with a provider",
                                                AssuranceLevel.TWO_FACTORS,
                                                TWO_FACTORS_SECONDS)
                                        .required(EmailCodeAuthenticatorFactory.ID))
                        .required(PostLoginEndAuthenticatorFactory.ID));
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
