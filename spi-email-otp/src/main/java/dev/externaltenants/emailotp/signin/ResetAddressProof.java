package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.emailotp.AccountOfAddress;
import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.emailotp.signin.reset.ProvenReset;
import dev.externaltenants.emailotp.signin.reset.ResetCustomer;
import dev.externaltenants.userflow.signin.PasswordResetOffer;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;

/** For a password reset: of an account with a password. All others get a mail that says how they sign in. */
final class ResetAddressProof implements AddressProof {

    @Override
    public Purpose purpose() {
        return Purpose.PASSWORD_RESET;
    }

    @Override
    public boolean isRefused(AuthenticationFlowContext context) {
        return PasswordResetOffer.isRefused(context);
    }

    /** What another step proved counts for nothing here, and this one runs once. */
    @Override
    public boolean isDone(AuthenticationFlowContext context) {
        return false;
    }

    /** What was typed fills the field, and the mail waits until the customer asks for it. */
    @Override
    public Optional<EmailAddress> claimed(AuthenticationFlowContext context) {
        return Optional.empty();
    }

    @Override
    public Admission admission(AuthenticationFlowContext context, String address) {
        return () -> {
            Optional<UserModel> account = AccountOfAddress.find(context.getSession(), context.getRealm(), address);
            ResetCustomer customers = customers(context);
            return new Admission.Answer(account.filter(customers::is).isPresent(), customers.waysOf(account));
        };
    }

    @Override
    public boolean done(AuthenticationFlowContext context, String address) {
        Optional<UserModel> customer = customers(context).find(address);
        context.getEvent().detail(Details.USERNAME, address);
        customer.ifPresent(known -> {
            context.getEvent().user(known);
            ProvenReset.begin(context, known);
        });
        return customer.isPresent();
    }

    /** A lock-out is not asked for: who is locked out resets the password to get in, and guesses have their own limits. */
    @Override
    public void failed(AuthenticationFlowContext context, String address, VerifyResult result) {
        context.getEvent().detail(Details.USERNAME, address);
        customers(context).find(address).ifPresent(known -> {
            context.getEvent().user(known);
            if (result instanceof VerifyResult.Wrong) {
                KeycloakCompat.of(context.getSession()).loginFailures().firstFactorFailed(known);
            }
        });
    }

    @Override
    public EmailPage page(AuthenticationFlowContext context) {
        return EmailPage.ofReset(context);
    }

    private static ResetCustomer customers(AuthenticationFlowContext context) {
        return new ResetCustomer(context.getSession(), context.getRealm());
    }
}
