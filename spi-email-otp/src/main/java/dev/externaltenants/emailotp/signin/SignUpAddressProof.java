package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.signup.ProvenEmail;
import org.keycloak.authentication.AuthenticationFlowContext;

/** For a sign-up: nobody says the address but the customer. */
final class SignUpAddressProof implements AddressProof {

    private final AuthenticationFlowContext context;

    SignUpAddressProof(AuthenticationFlowContext context) {
        this.context = context;
    }

    @Override
    public boolean isDone() {
        return ProvenEmail.of(context.getAuthenticationSession()).isPresent();
    }

    @Override
    public boolean done(String address) {
        ProvenEmail.store(context.getAuthenticationSession(), address);
        return true;
    }

    @Override
    public EmailPage page() {
        return EmailPage.ofSignUp(context);
    }
}
