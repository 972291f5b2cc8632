package dev.externaltenants.emailotp.signin.reset;

import java.util.Optional;

import dev.externaltenants.userflow.proof.BrowserBinding;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a customer has proven the mailbox of an account, so that the next step of this very flow may set its password.
 *
 * <p>The account is fixed here: nothing that is typed or noted later, in whatever tab, says whose password it is. Until
 * the password is set nobody is signed in, so what is left half-way is worth nothing to any other flow.
 *
 * @param account its state at the moment of the proof
 * @param at in seconds
 * @param browser what only the browser has in which the code was typed
 */
public record ProvenReset(SignInProof account, String address, long at, String browser) {

    static final int GOOD_FOR_SECONDS = 600;

    private static final String NOTE = "xt.reset.proven.";
    private static final String COOKIE = "XT_RESET_";
    private static final String SEPARATOR = " ";

    public static void begin(AuthenticationFlowContext context, UserModel customer) {
        new ProvenReset(
                        SignInProof.beginning(context.getSession(), customer),
                        customer.getEmail(),
                        Time.currentTimeSeconds(),
                        browser(context).renew())
                .note(context);
    }

    static Optional<ProvenReset> of(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(key(context)))
                .map(ProvenReset::read);
    }

    static void forget(AuthenticationFlowContext context) {
        context.getAuthenticationSession().removeAuthNote(key(context));
        browser(context).end();
    }

    /** Returns whether it is this browser's and not too old. */
    boolean isGood(AuthenticationFlowContext context) {
        return at + GOOD_FOR_SECONDS > Time.currentTimeSeconds()
                && browser(context).is(browser);
    }

    /** Returns the customer, unless the account is another than the one that was proven. */
    Optional<UserModel> customer(AuthenticationFlowContext context) {
        ResetCustomer customers = new ResetCustomer(context.getSession(), context.getRealm());
        return Optional.ofNullable(context.getSession().users().getUserById(context.getRealm(), account.userId()))
                .filter(customers::is)
                .filter(user -> user.getEmail().equals(address))
                .filter(user -> account.equals(SignInProof.beginning(context.getSession(), user)));
    }

    private void note(AuthenticationFlowContext context) {
        AuthenticationSessionModel reset = context.getAuthenticationSession();
        reset.setAuthNote(
                key(context),
                String.join(
                        SEPARATOR,
                        account.userId(),
                        Long.toString(account.passwordSince()),
                        Integer.toString(account.notBefore()),
                        address,
                        Long.toString(at),
                        browser));
    }

    private static ProvenReset read(String note) {
        String[] parts = note.split(SEPARATOR, -1);
        return new ProvenReset(
                // Of an account with a password, whose address is kept apart.
                new SignInProof(parts[0], Long.parseLong(parts[1]), Integer.parseInt(parts[2]), ""),
                parts[3],
                Long.parseLong(parts[4]),
                parts[5]);
    }

    private static BrowserBinding browser(AuthenticationFlowContext context) {
        return new BrowserBinding(context, COOKIE, GOOD_FOR_SECONDS);
    }

    /** Both steps are in one flow, and no step of another flow has this name. */
    private static String key(AuthenticationFlowContext context) {
        return NOTE + context.getExecution().getParentFlow();
    }
}
