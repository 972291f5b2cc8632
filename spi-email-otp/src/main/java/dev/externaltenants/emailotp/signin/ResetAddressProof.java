package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.AccountLookUp;
import dev.externaltenants.emailotp.AccountOfAddress;
import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.signin.reset.ProvenReset;
import dev.externaltenants.emailotp.signin.reset.ResetCustomer;
import dev.externaltenants.userflow.signin.PasswordResetOffer;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;

/** For a password reset: of an account with a password. All others get a mail that says how they sign in. */
final class ResetAddressProof implements AddressProof {

    private final AuthenticationFlowContext context;

    ResetAddressProof(AuthenticationFlowContext context) {
        this.context = context;
    }

    @Override
    public Purpose purpose() {
        return Purpose.PASSWORD_RESET;
    }

    @Override
    public boolean isRefused() {
        return PasswordResetOffer.isRefused(context);
    }

    @Override
    public Admission admission(String address) {
        return (session, realm) -> {
            Optional<UserModel> account = AccountOfAddress.find(session, realm, address);
            ResetCustomer customers = new ResetCustomer(session, realm);
            return new Admission.Answer(account.filter(customers::is).isPresent(), customers.waysOf(account));
        };
    }

    @Override
    public boolean done(String address) {
        Optional<UserModel> customer = new ResetCustomer(context.getSession(), context.getRealm()).find(address);
        context.getEvent().detail(Details.USERNAME, address);
        customer.ifPresent(known -> {
            context.getEvent().user(known);
            ProvenReset.begin(context, known);
        });
        return customer.isPresent();
    }

    /** A lock-out is not asked for: who is locked out resets the password to get in, and guesses have their own limits. */
    @Override
    public Optional<AccountLookUp> account(String address) {
        return Optional.of((session, realm) -> new ResetCustomer(session, realm).find(address));
    }

    @Override
    public EmailPage page() {
        return EmailPage.ofReset(context);
    }
}
