package dev.externaltenants.tenant.setup;

import dev.externaltenants.emailotp.signin.SignInCodeAuthenticatorFactory;
import dev.externaltenants.userflow.signin.AppGateAuthenticatorFactory;
import dev.externaltenants.userflow.signin.IdentifyAuthenticatorFactory;
import dev.externaltenants.userflow.signin.PasswordAuthenticatorFactory;
import dev.externaltenants.userflow.signin.TrustedDeviceAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The flow by which customers sign in: an existing session, or proof anew, by as many factors as the user flow asks for. */
final class SignInFlow {

    private SignInFlow() {}

    /** @param complete whether a flow that is there gets the steps that it lacks, as after an upgrade */
    static AuthenticationFlowModel in(RealmModel realm, boolean complete) {
        SecondProof.BROWSER.replaceEarlier(realm);
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
                                                SignInFlow::forms)));
    }

    private static void forms(FlowBuilder forms) {
        forms.subflow(
                        Requirement.CONDITIONAL,
                        "xt browser first factor",
                        "Who signs in, and the first proof",
                        first -> ProofLevel.oneFactor(first, "xt one factor")
                                .required(IdentifyAuthenticatorFactory.ID)
                                .required(SignInCodeAuthenticatorFactory.ID)
                                .required(PasswordAuthenticatorFactory.ID))
                .required(TrustedDeviceAuthenticatorFactory.ID)
                .subflow(
                        Requirement.CONDITIONAL, SecondProof.BROWSER.flow(), SecondProof.WHEN, SecondProof.BROWSER::in);
    }
}
