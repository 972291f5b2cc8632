package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.LoginFailures;
import dev.externaltenants.emailotp.AccountLookUp;
import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.FirstFactor;
import dev.externaltenants.userflow.signin.SignInMethod;
import dev.externaltenants.userflow.signin.StaySignedIn;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;

/**
 * Signs in by a code alone, where the app's user flow or the customer asks for that.
 *
 * <p>An address gets the same page, work, mail budgets and answers to wrong codes whether it has an account or not, and
 * whatever that has: only the mailbox learns whether a code lets anybody in. Where no code is asked for it proves nothing
 * and leaves all to the password step after it.
 */
final class SignInCodeAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<String> address = address(context);
        if (address.isPresent() && asksForCode(context)) {
            step(context, address.get()).open();
        } else {
            leaveToPassword(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<String> address = address(context);
        if (address.isEmpty()) {
            leaveToPassword(context);
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        new StaySignedIn(context).take(form);
        switch (CodeAction.of(form)) {
            case VERIFY, CHANGE -> verify(context, address.get(), form.getFirst(CodePage.CODE));
            case RESEND -> step(context, address.get()).resend();
            case PASSWORD -> leaveToPassword(context);
        }
    }

    /** Whoever is known, as by the session that is proven anew, is asked for what they have. */
    private static boolean asksForCode(AuthenticationFlowContext context) {
        return context.getUser() != null || new SignInMethod(context).get() == SignUpMethod.EMAIL_OTP;
    }

    private static void leaveToPassword(AuthenticationFlowContext context) {
        SignInMethod method = new SignInMethod(context);
        if (method.get() != SignUpMethod.EMAIL_PASSWORD) {
            method.choose(SignUpMethod.EMAIL_PASSWORD);
        }
        context.success();
    }

    private static void verify(AuthenticationFlowContext context, String address, String typedCode) {
        CodeStep step = step(context, address);
        if (typedCode == null || typedCode.isBlank()) {
            step.askAgain();
            return;
        }
        context.getEvent().detail(Details.USERNAME, address);
        VerifyResult result = step.verify(typedCode);
        if (!(result instanceof VerifyResult.Verified)) {
            step.refuse(result, account(context, address));
            return;
        }
        Optional<UserModel> customer = customer(context, address);
        if (customer.isPresent()) {
            admit(context, customer.get());
        } else {
            // The account changed since, or the code of a mail without one was guessed.
            step.refuse(new VerifyResult.Dead(), account(context, address));
        }
    }

    /** Told of a lock-out is only who typed the right code, so a guesser learns nothing from it. */
    private static void admit(AuthenticationFlowContext context, UserModel customer) {
        if (failures(context).isLockedOut(customer)) {
            context.getEvent().user(customer);
            new CodeEvents(context).lockedOut();
            context.failure(
                    AuthenticationFlowError.USER_TEMPORARILY_DISABLED,
                    context.form().setError("xtCodeLockedOut").createErrorPage(Response.Status.FORBIDDEN));
            return;
        }
        failures(context).firstFactorSucceeded(customer);
        context.setUser(customer);
        SignInProof.beginning(context.getSession(), customer).note(context.getAuthenticationSession());
        FirstFactor.provenByCode(context.getAuthenticationSession(), customer);
        context.success(EmailCodeAuthenticatorFactory.CATEGORY);
    }

    /** By the address alone, known or not: what is counted must not differ. */
    private static CodeStep step(AuthenticationFlowContext context, String address) {
        AccountLookUp account = account(context, address);
        return new CodeStep(
                context,
                Purpose.SIGN_IN,
                address,
                address,
                (session, realm) ->
                        Admission.Answer.of(account.find(session, realm).isPresent()));
    }

    private static AccountLookUp account(AuthenticationFlowContext context, String address) {
        String known =
                Optional.ofNullable(context.getUser()).map(UserModel::getId).orElse(null);
        return (session, realm) -> CodeCustomer.find(session, realm, address)
                .filter(customer -> known == null || known.equals(customer.getId()));
    }

    private static Optional<String> address(AuthenticationFlowContext context) {
        UserModel known = context.getUser();
        if (known != null) {
            return Optional.of(known).filter(CodeCustomer::is).map(UserModel::getEmail);
        }
        // A user name has no mailbox to show, so its owner is asked for the password.
        return EmailAddress.parse(context.getAuthenticationSession()
                        .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                .map(EmailAddress::value);
    }

    private static Optional<UserModel> customer(AuthenticationFlowContext context, String address) {
        UserModel known = context.getUser();
        return known != null
                ? Optional.of(known).filter(CodeCustomer::is)
                : CodeCustomer.find(context.getSession(), context.getRealm(), address);
    }

    private static LoginFailures failures(AuthenticationFlowContext context) {
        return KeycloakCompat.of(context.getSession()).loginFailures();
    }
}
