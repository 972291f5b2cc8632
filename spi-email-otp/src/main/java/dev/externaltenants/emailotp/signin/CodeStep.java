package dev.externaltenants.emailotp.signin;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.emailotp.AccountLookUp;
import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeState;
import dev.externaltenants.emailotp.PasscodeState.Delivery;
import dev.externaltenants.emailotp.VerifyResult;
import org.keycloak.authentication.AuthenticationFlowContext;

/** What every step that asks for a code does: send it once, ask for it, send another, refuse a wrong one. */
final class CodeStep {

    private final CodeContext context;
    private final CodeChallengeSession challenge;
    private final CodePage page;
    private final CodeEvents events;
    private final Admission admission;

    CodeStep(AuthenticationFlowContext context, PasscodeScope.Purpose purpose, String subject, String address) {
        this(context, purpose, subject, address, Admission.ALWAYS);
    }

    /** @param admission of each mail */
    CodeStep(
            AuthenticationFlowContext context,
            PasscodeScope.Purpose purpose,
            String subject,
            String address,
            Admission admission) {
        this(CodeContext.of(context), purpose, subject, address, admission);
    }

    CodeStep(CodeContext context, PasscodeScope.Purpose purpose, String subject, String address, Admission admission) {
        this.admission = admission;
        this.context = context;
        this.challenge = new CodeChallengeSession(context, purpose, subject, address);
        this.page = new CodePage(context, challenge.scope());
        this.events = new CodeEvents(context);
    }

    boolean begun() {
        return challenge.begun();
    }

    boolean live() {
        return challenge.state().live();
    }

    /** Sends the first code, or shows the page again when it has been sent: a reload sends nothing. */
    void open() {
        if (!begun()) {
            show(issue(), null);
            return;
        }
        PasscodeState state = challenge.state();
        context.show(state.live() ? page.show(state) : page.showError(state, "xtCodeExpired"));
    }

    /** Asks again when nothing was typed, which is no try; a mail that failed meanwhile is what the page then tells. */
    void askAgain() {
        PasscodeState state = challenge.state();
        if (state.live() && state.delivery() != Delivery.FAILED) {
            context.show(page.showCodeError(state, "xtCodeMissing"));
        } else {
            open();
        }
    }

    void resend() {
        String before = challenge.id();
        IssueResult result = issue();
        boolean same =
                result instanceof IssueResult.Sent sent && sent.challengeId().equals(before);
        show(result, same ? "xtCodeResentSame" : "xtCodeResent");
    }

    IssueResult issue() {
        IssueResult result = challenge.issue(admission);
        if (result instanceof IssueResult.TooManyMails refused) {
            events.tooManyMails(refused.budget());
        }
        return result;
    }

    /** @param sentMessage said when the code was sent, or null */
    void show(IssueResult result, String sentMessage) {
        Response response;
        if (result instanceof IssueResult.Sent sent) {
            response = sentMessage == null ? page.show(sent.state()) : page.showSuccess(sent.state(), sentMessage);
        } else if (result instanceof IssueResult.CoolingDown coolingDown) {
            response = page.showCoolingDown(challenge.state(), coolingDown.secondsLeft());
        } else {
            response = page.showError(challenge.state(), "xtCodeTooManyMails");
        }
        context.show(response);
    }

    VerifyResult verify(String typedCode) {
        VerifyResult result = challenge.verify(typedCode);
        if (result instanceof VerifyResult.Verified) {
            events.proven();
        }
        return result;
    }

    /** Refuses a code of who is known. */
    void refuse(VerifyResult result) {
        events.refused(result);
        tell(result);
    }

    /**
     * Refuses a code for an address that anybody may type.
     *
     * @param account looked up behind the answer
     */
    void refuse(VerifyResult result, AccountLookUp account) {
        events.refused(result, challenge.scope().address(), account);
        tell(result);
    }

    /** Says what a page may say about a code that proved nothing. */
    private void tell(VerifyResult result) {
        PasscodeState state = challenge.state();
        if (result instanceof VerifyResult.Wrong wrong) {
            context.show(
                    wrong.triesLeft() == 0
                            ? page.showError(state, "xtCodeTooManyTries")
                            : page.showCodeError(state, "xtCodeWrong"));
        } else {
            context.show(page.showError(
                    state, result instanceof VerifyResult.TooManyTries ? "xtCodeLockedOut" : "xtCodeExpired"));
        }
    }
}
