package dev.externaltenants.tenant.setup;

import dev.externaltenants.customattributes.collection.BrokeredSignUpAuthenticatorFactory;
import dev.externaltenants.customattributes.collection.CompleteAttributesAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.BrokeredEmailAuthenticatorFactory;
import dev.externaltenants.emailotp.signin.LinkCodeAuthenticatorFactory;
import dev.externaltenants.userflow.broker.BrokerFlows;
import dev.externaltenants.userflow.broker.BrokeredAccountAuthenticatorFactory;
import dev.externaltenants.userflow.broker.LinkConditionAuthenticatorFactory;
import dev.externaltenants.userflow.broker.LinkPasswordAuthenticatorFactory;
import dev.externaltenants.userflow.broker.PostLoginBeginAuthenticatorFactory;
import dev.externaltenants.userflow.broker.PostLoginEndAuthenticatorFactory;
import dev.externaltenants.userflow.broker.ProviderGateAuthenticatorFactory;
import dev.externaltenants.userflow.signin.AppGateAuthenticatorFactory;
import dev.externaltenants.userflow.signin.TrustedDeviceAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The flows that follow a sign-in with an identity provider: the first time, and each time. */
final class BrokerLoginFlows {

    private final RealmModel realm;
    private final boolean complete;

    /** @param complete whether flows that are there get the steps that they lack, as after an upgrade */
    BrokerLoginFlows(RealmModel realm, boolean complete) {
        this.realm = realm;
        this.complete = complete;
    }

    AuthenticationFlowModel first() {
        SecondProof.LINK.replaceEarlier(realm);
        // The second version had no identity providers.
        return FlowBuilder.onceDenied(
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
                                BrokerLoginFlows::link)
                        .required(BrokeredAccountAuthenticatorFactory.ID));
    }

    private static void link(FlowBuilder link) {
        link.required(LinkConditionAuthenticatorFactory.ID)
                .required(LinkCodeAuthenticatorFactory.ID)
                .required(LinkPasswordAuthenticatorFactory.ID)
                .subflow(Requirement.CONDITIONAL, SecondProof.LINK.flow(), SecondProof.WHEN, SecondProof.LINK::in);
    }

    AuthenticationFlowModel post() {
        SecondProof.PROVIDER.replaceEarlier(realm);
        return FlowBuilder.topLevel(
                realm,
                complete,
                BrokerFlows.POST_LOGIN,
                "After each sign-in with an identity provider: what the app's user flow asks besides.",
                flow -> flow.required(PostLoginBeginAuthenticatorFactory.ID)
                        .required(AppGateAuthenticatorFactory.ID)
                        .required(ProviderGateAuthenticatorFactory.ID)
                        .required(CompleteAttributesAuthenticatorFactory.ID)
                        .required(TrustedDeviceAuthenticatorFactory.ID)
                        .subflow(
                                Requirement.CONDITIONAL,
                                SecondProof.PROVIDER.flow(),
                                SecondProof.WHEN,
                                SecondProof.PROVIDER::in)
                        .required(PostLoginEndAuthenticatorFactory.ID));
    }
}
