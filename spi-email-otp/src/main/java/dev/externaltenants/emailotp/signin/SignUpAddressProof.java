package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.userflow.signup.ProvenEmail;
import org.keycloak.authentication.AuthenticationFlowContext;

/** For a sign-up: nobody says the address but the customer. */
final class SignUpAddressProof implements AddressProof {

    @Override
    public boolean isDone(AuthenticationFlowContext context) {
        return ProvenEmail.of(context.getAuthenticationSession()).isPresent();
    }

    @Override
    public Optional<EmailAddress> claimed(AuthenticationFlowContext context) {
        return Optional.empty();
    }

    @Override
    public boolean done(AuthenticationFlowContext context, String address) {
        ProvenEmail.store(context.getAuthenticationSession(), address);
        return true;
    }

    @Override
    public EmailPage page(AuthenticationFlowContext context) {
        return EmailPage.ofSignUp(context);
    }
}
