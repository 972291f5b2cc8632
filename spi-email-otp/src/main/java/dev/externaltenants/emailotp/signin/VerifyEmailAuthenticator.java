package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Has the customer prove an e-mail address: before an account is made of it, or to set another password.
 *
 * <p>An address with an account gets the same pages, the same budgets and the same time as one without; at sign-up nobody is
 * even looked up.
 */
final class VerifyEmailAuthenticator implements UserlessStep {

    private static final String ADDRESS = "xt.otp.address.";

    /** Kept when the customer goes back to give another address than the one that was said. */
    private static final String ASKED = "xt.otp.asked.";

    private final AddressProof proof;

    VerifyEmailAuthenticator(AddressProof proof) {
        this.proof = proof;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (proof.isRefused(context)) {
            return;
        }
        if (proof.isDone(context)) {
            context.success();
            return;
        }
        Optional<String> address = address(context);
        Optional<EmailAddress> claimed = isAsked(context) ? Optional.empty() : proof.claimed(context);
        if (address.isPresent()) {
            step(context, address.get()).open();
        } else if (claimed.isPresent()) {
            sendCode(context, claimed.get().value());
        } else {
            context.challenge(proof.page(context).show());
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (proof.isRefused(context)) {
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Optional<String> address = address(context);
        // The e-mail page can be posted again from the browser's history, when a code has long been sent.
        if (address.isEmpty() || form.containsKey(EmailPage.EMAIL)) {
            submitEmail(context, form.getFirst(EmailPage.EMAIL));
            return;
        }
        switch (CodeAction.of(form)) {
            case VERIFY, PASSWORD -> verify(context, address.get(), form.getFirst(CodePage.CODE));
            case RESEND -> step(context, address.get()).resend();
            case CHANGE -> change(context, address.get());
        }
    }

    private void submitEmail(AuthenticationFlowContext context, String typed) {
        Optional<EmailAddress> parsed = EmailAddress.parse(typed);
        if (parsed.isEmpty()) {
            forget(context);
            context.challenge(proof.page(context).showInvalid(typed));
            return;
        }
        sendCode(context, parsed.get().value());
    }

    private void sendCode(AuthenticationFlowContext context, String address) {
        context.getAuthenticationSession().setAuthNote(note(ASKED, context), Boolean.TRUE.toString());
        CodeStep step = step(context, address);
        // The page was posted again from the browser's history or after "change": nobody asked for another mail.
        if (step.begun() && step.live()) {
            remember(context, address);
            step.open();
            return;
        }
        IssueResult issued = step.issue();
        if (issued instanceof IssueResult.TooManyMails) {
            forget(context);
            context.challenge(proof.page(context).showTooManyMails(address));
            return;
        }
        remember(context, address);
        step.show(issued, null);
    }

    private void verify(AuthenticationFlowContext context, String address, String typedCode) {
        CodeStep step = step(context, address);
        if (typedCode == null || typedCode.isBlank()) {
            step.askAgain();
            return;
        }
        VerifyResult result = step.verify(typedCode);
        if (!(result instanceof VerifyResult.Verified)) {
            proof.failed(context, address, result);
            step.refuse(result);
        } else if (proof.done(context, address)) {
            forget(context);
            context.success();
        } else {
            step.refuse(new VerifyResult.Dead());
        }
    }

    private void change(AuthenticationFlowContext context, String address) {
        forget(context);
        context.challenge(proof.page(context).show(address));
    }

    /** Nobody is known yet: guesses are counted by address. */
    private CodeStep step(AuthenticationFlowContext context, String address) {
        return new CodeStep(context, proof.purpose(), address, address, proof.admission(context, address));
    }

    private static Optional<String> address(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(note(ADDRESS, context)));
    }

    private static void remember(AuthenticationFlowContext context, String address) {
        context.getAuthenticationSession().setAuthNote(note(ADDRESS, context), address);
    }

    private static void forget(AuthenticationFlowContext context) {
        context.getAuthenticationSession().removeAuthNote(note(ADDRESS, context));
    }

    private static boolean isAsked(AuthenticationFlowContext context) {
        return Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(note(ASKED, context)));
    }

    private static String note(String name, AuthenticationFlowContext context) {
        return name + context.getExecution().getId();
    }
}
