package dev.externaltenants.emailotp.signin;

import java.util.function.Function;

import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Has the customer prove an e-mail address: before an account is made of it, or to set another password. At sign-up nobody
 * is even looked up.
 */
final class VerifyEmailAuthenticator implements UserlessStep {

    private final Function<AuthenticationFlowContext, AddressProof> proofs;

    VerifyEmailAuthenticator(Function<AuthenticationFlowContext, AddressProof> proofs) {
        this.proofs = proofs;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AddressProof proof = proofs.apply(context);
        if (proof.isRefused()) {
            return;
        }
        if (proof.isDone()) {
            context.success();
        } else {
            new AddressDialogue(CodeContext.of(context), proof).open();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        AddressProof proof = proofs.apply(context);
        if (!proof.isRefused()
                && new AddressDialogue(CodeContext.of(context), proof)
                        .isProvenBy(context.getHttpRequest().getDecodedFormParameters())) {
            context.success();
        }
    }
}
