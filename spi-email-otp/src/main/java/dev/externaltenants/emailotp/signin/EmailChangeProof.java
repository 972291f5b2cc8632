package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.change.EmailChange;
import dev.externaltenants.emailotp.notice.SecurityNotices;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** For an account that is to have another address. One that somebody has is told so by mail only, as is its owner. */
final class EmailChangeProof implements AddressProof {

    private final RequiredActionContext context;
    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;
    private final UserModel customer;
    private final EmailChange change;

    EmailChangeProof(RequiredActionContext context, UserModel customer) {
        this.context = context;
        this.session = context.getSession();
        this.signIn = context.getAuthenticationSession();
        this.customer = customer;
        this.change = new EmailChange(session, context.getRealm());
    }

    @Override
    public Purpose purpose() {
        return Purpose.EMAIL_CHANGE;
    }

    /** Who wants to prove the own address, which an administrator gave, may. */
    @Override
    public Optional<String> objection(String address) {
        return customer.isEmailVerified() && isPresent(address) ? Optional.of("xtEmailChangeSame") : Optional.empty();
    }

    /** Guesses are counted by account, whatever address they are for; they lock nobody out. */
    @Override
    public String subject(String address) {
        return customer.getId();
    }

    @Override
    public Admission admission(String address) {
        String id = customer.getId();
        return (own, realm) -> Admission.Answer.of(!new EmailChange(own, realm).isTaken(address, id));
    }

    /** Somebody may have got it since the mail left. */
    @Override
    public boolean done(String address) {
        Optional<String> before = Optional.ofNullable(customer.getEmail()).filter(known -> customer.isEmailVerified());
        if (!change.make(customer, address, context.getEvent())) {
            return false;
        }
        SignInProof.renew(session, signIn);
        if (EndSessions.of(context).areWanted()) {
            new OtherSessions(session, signIn, context.getEvent()).end(customer);
        }
        before.filter(old -> !old.equals(customer.getEmail()))
                .ifPresent(old -> new SecurityNotices(session, context.getRealm())
                        .addressChanged(customer, old, signIn.getClient()));
        return true;
    }

    private boolean isPresent(String address) {
        return EmailAddress.parse(customer.getEmail())
                .map(EmailAddress::value)
                .filter(address::equals)
                .isPresent();
    }

    @Override
    public EmailPage page() {
        return EmailPage.ofChange(
                CodeContext.of(context),
                customer.getEmail() == null ? "" : customer.getEmail(),
                EndSessions.of(context).areWanted());
    }
}
