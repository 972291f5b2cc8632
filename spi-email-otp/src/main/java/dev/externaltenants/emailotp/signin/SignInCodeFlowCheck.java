package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlowCheck;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** A user flow signs in by code only where the tenant's browser flow has the step that asks for it. */
final class SignInCodeFlowCheck implements UserFlowCheck {

    @Override
    public void check(RealmModel realm, UserFlow flow) {
        if (flow.method() == SignUpMethod.EMAIL_OTP
                && !hasStep(realm, realm.getBrowserFlow().getId())) {
            throw TenantException.conflict(
                    "xt_flow_method_unavailable",
                    "signUp.methods",
                    "The tenant's browser flow has no step " + SignInCodeAuthenticatorFactory.ID
                            + ". PUT external-tenant adds it.");
        }
    }

    private static boolean hasStep(RealmModel realm, String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId).toList().stream()
                .filter(AuthenticationExecutionModel::isEnabled)
                .anyMatch(step -> step.isAuthenticatorFlow()
                        ? hasStep(realm, step.getFlowId())
                        : SignInCodeAuthenticatorFactory.ID.equals(step.getAuthenticator()));
    }
}
