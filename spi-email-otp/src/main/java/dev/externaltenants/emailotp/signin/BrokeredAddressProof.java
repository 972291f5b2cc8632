package dev.externaltenants.emailotp.signin;

import java.util.Locale;
import java.util.Optional;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.userflow.broker.BrokeredEmail;
import dev.externaltenants.userflow.broker.BrokeredEmail.Proof;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * For a first login with an identity provider. An address that the provider vouches for is proven; any other one is
 * proven by a code, as if the customer had typed it.
 */
final class BrokeredAddressProof implements AddressProof {

    private final AuthenticationFlowContext context;
    private final BrokeredIdentity identity;

    BrokeredAddressProof(AuthenticationFlowContext context) {
        this.context = context;
        this.identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
    }

    @Override
    public boolean isDone() {
        if (BrokeredEmail.of(context.getAuthenticationSession(), identity).isPresent()) {
            return true;
        }
        Optional<String> vouchedFor = vouchedFor(identity);
        vouchedFor.ifPresent(
                address -> BrokeredEmail.store(context.getAuthenticationSession(), identity, address, Proof.PROVIDER));
        return vouchedFor.isPresent();
    }

    /** The very address: in another spelling, such as of look-alike letters, the provider may mean another mailbox. */
    static Optional<String> vouchedFor(BrokeredIdentity identity) {
        return identity.emailVerified()
                ? EmailAddress.parse(identity.email())
                        .map(EmailAddress::value)
                        .filter(address -> address.equals(identity.email().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public Optional<EmailAddress> claimed() {
        return EmailAddress.parse(identity.email());
    }

    @Override
    public boolean done(String address) {
        BrokeredEmail.store(context.getAuthenticationSession(), identity, address, Proof.CODE);
        return true;
    }

    @Override
    public EmailPage page() {
        return EmailPage.ofBrokered(context, identity.providerName());
    }
}
