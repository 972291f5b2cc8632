package dev.externaltenants.emailotp.signin;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.emailotp.EmailAddress;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.VerifyResult;

/**
 * Asks for an address, mails a code to it, and takes the code.
 *
 * <p>An address with an account gets the same pages, the same budgets and the same time as one without.
 */
final class AddressDialogue {

    private static final String ADDRESS = "xt.otp.address.";

    /** Kept when the customer goes back to give another address than the one that was said. */
    private static final String ASKED = "xt.otp.asked.";

    private final CodeContext context;
    private final AddressProof proof;

    AddressDialogue(CodeContext context, AddressProof proof) {
        this.context = context;
        this.proof = proof;
    }

    void open() {
        Optional<String> address = address();
        Optional<EmailAddress> claimed = isAsked() ? Optional.empty() : proof.claimed();
        if (address.isPresent()) {
            step(address.get()).open();
        } else if (claimed.isPresent()) {
            sendCode(claimed.get().value());
        } else {
            context.show(proof.page().show());
        }
    }

    /** Returns whether the address is proven by what was posted; if not, a page is shown. */
    boolean isProvenBy(MultivaluedMap<String, String> form) {
        Optional<String> address = address();
        // The e-mail page can be posted again from the browser's history, when a code has long been sent.
        if (address.isEmpty() || form.containsKey(EmailPage.EMAIL)) {
            submitEmail(form.getFirst(EmailPage.EMAIL));
            return false;
        }
        return switch (CodeAction.of(form)) {
            case VERIFY, PASSWORD -> verify(address.get(), form.getFirst(CodePage.CODE));
            case RESEND -> {
                step(address.get()).resend();
                yield false;
            }
            case CHANGE -> {
                change(address.get());
                yield false;
            }
        };
    }

    private void submitEmail(String typed) {
        Optional<EmailAddress> parsed = EmailAddress.parse(typed);
        Optional<String> objection =
                parsed.map(address -> proof.objection(address.value())).orElse(Optional.of("xtEmailInvalid"));
        if (objection.isPresent()) {
            forget();
            context.show(proof.page().showInvalid(typed, objection.get()));
            return;
        }
        sendCode(parsed.get().value());
    }

    private void sendCode(String address) {
        context.signIn().setAuthNote(note(ASKED), Boolean.TRUE.toString());
        CodeStep step = step(address);
        // The page was posted again from the browser's history or after "change": nobody asked for another mail.
        if (step.begun() && step.live()) {
            remember(address);
            step.open();
            return;
        }
        IssueResult issued = step.issue();
        if (issued instanceof IssueResult.TooManyMails) {
            forget();
            context.show(proof.page().showTooManyMails(address));
            return;
        }
        remember(address);
        step.show(issued, null);
    }

    private boolean verify(String address, String typedCode) {
        CodeStep step = step(address);
        if (typedCode == null || typedCode.isBlank()) {
            step.askAgain();
            return false;
        }
        VerifyResult result = step.verify(typedCode);
        if (!(result instanceof VerifyResult.Verified)) {
            refuse(step, address, result);
            return false;
        }
        if (!proof.done(address)) {
            refuse(step, address, new VerifyResult.Dead());
            return false;
        }
        forget();
        return true;
    }

    private void refuse(CodeStep step, String address, VerifyResult result) {
        proof.account(address).ifPresentOrElse(account -> step.refuse(result, account), () -> step.refuse(result));
    }

    private void change(String address) {
        forget();
        context.show(proof.page().show(address));
    }

    private CodeStep step(String address) {
        return new CodeStep(context, proof.purpose(), proof.subject(address), address, proof.admission(address));
    }

    private Optional<String> address() {
        return Optional.ofNullable(context.signIn().getAuthNote(note(ADDRESS)));
    }

    private void remember(String address) {
        context.signIn().setAuthNote(note(ADDRESS), address);
    }

    private void forget() {
        context.signIn().removeAuthNote(note(ADDRESS));
    }

    private boolean isAsked() {
        return Boolean.parseBoolean(context.signIn().getAuthNote(note(ASKED)));
    }

    private String note(String name) {
        return name + context.place();
    }
}
