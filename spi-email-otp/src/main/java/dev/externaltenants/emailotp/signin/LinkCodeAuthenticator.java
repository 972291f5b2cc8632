package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.LoginFailures;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.broker.BrokeredAccount;
import dev.externaltenants.userflow.broker.BrokeredEmail;
import dev.externaltenants.userflow.broker.BrokeredEmail.Proof;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;

/**
 * Has who came from a provider prove the existing account of their address by a code, where that account has no password.
 * All others are left to the step after it.
 */
final class LinkCodeAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Link link = Link.of(context);
        if (link.account().isEmpty()) {
            context.success();
        } else if (link.isCodeProven(context)) {
            // A moment ago, for this very mailbox.
            admit(context, link);
        } else {
            step(context, link).open();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Link link = Link.of(context);
        if (link.account().isEmpty()) {
            context.success();
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (CodeAction.of(form) == CodeAction.RESEND) {
            step(context, link).resend();
        } else {
            verify(context, link, form.getFirst(CodePage.CODE));
        }
    }

    private static void verify(AuthenticationFlowContext context, Link link, String typedCode) {
        CodeStep step = step(context, link);
        if (typedCode == null || typedCode.isBlank()) {
            step.askAgain();
            return;
        }
        UserModel account = link.account().orElseThrow();
        context.getEvent().user(account).detail(Details.USERNAME, account.getUsername());
        VerifyResult result = step.verify(typedCode);
        if (result instanceof VerifyResult.Verified) {
            admit(context, link);
            return;
        }
        if (result instanceof VerifyResult.Wrong) {
            failures(context).firstFactorFailed(account);
        }
        step.refuse(result);
    }

    private static void admit(AuthenticationFlowContext context, Link link) {
        UserModel account = link.account().orElseThrow();
        if (failures(context).isLockedOut(account)) {
            context.getEvent().user(account);
            new CodeEvents(context).lockedOut();
            context.failure(
                    AuthenticationFlowError.USER_TEMPORARILY_DISABLED,
                    context.form().setError("xtCodeLockedOut").createErrorPage(Response.Status.FORBIDDEN));
            return;
        }
        failures(context).firstFactorSucceeded(account);
        BrokeredAccount.provenByCode(context, link.identity(), account);
        context.success(EmailCodeAuthenticatorFactory.CATEGORY);
    }

    /** Counted by the address, as every sign-in by code is. */
    private static CodeStep step(AuthenticationFlowContext context, Link link) {
        String address = link.account().orElseThrow().getEmail();
        return new CodeStep(context, Purpose.SIGN_IN, address, address);
    }

    private static LoginFailures failures(AuthenticationFlowContext context) {
        return KeycloakCompat.of(context.getSession()).loginFailures();
    }

    /** @param account that a code opens, if the proven address has one */
    private record Link(BrokeredIdentity identity, Optional<UserModel> account) {

        static Link of(AuthenticationFlowContext context) {
            BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
            return new Link(
                    identity,
                    BrokeredAccount.existing(
                                    context.getSession(),
                                    context.getRealm(),
                                    context.getAuthenticationSession(),
                                    identity)
                            .filter(CodeCustomer::is));
        }

        boolean isCodeProven(AuthenticationFlowContext context) {
            String mailbox = account.map(UserModel::getEmail).orElse("");
            return BrokeredEmail.of(context.getAuthenticationSession(), identity)
                    .filter(email -> email.proof() == Proof.CODE)
                    .filter(email -> email.address().equalsIgnoreCase(mailbox))
                    .isPresent();
        }
    }
}
