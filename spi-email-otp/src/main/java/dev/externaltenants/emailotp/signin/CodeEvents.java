package dev.externaltenants.emailotp.signin;

import java.util.Locale;

import dev.externaltenants.emailotp.AccountLookUp;
import dev.externaltenants.emailotp.FailedCode;
import dev.externaltenants.emailotp.IssueResult.MailBudget;
import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.proof.SignInDetails;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;

/** What the event log learns of codes: method, user flow and a stable error, never a code. */
final class CodeEvents {

    static final String TOO_MANY_TRIES = "xt_too_many_tries";
    static final String TOO_MANY_MAILS = "xt_too_many_mails";
    static final String SECOND_FACTOR_MISSING = "xt_second_factor_missing";

    private static final String TRIES_LEFT = "xt_tries_left";
    private static final String BUDGET = "xt_mail_budget";

    private final CodeContext context;

    CodeEvents(AuthenticationFlowContext context) {
        this(CodeContext.of(context));
    }

    CodeEvents(CodeContext context) {
        this.context = context;
    }

    void proven() {
        event();
        if (context.user() != null) {
            SignInDetails.keep(context.signIn(), context.user(), EventDetails.METHOD, EventDetails.EMAIL_OTP);
        }
    }

    /** Of who is known, at once. */
    void refused(VerifyResult result) {
        EventBuilder event = event();
        refused(result, event, event::error);
    }

    /** Of an address that anybody may type, once the request is over: it looks nobody up. */
    void refused(VerifyResult result, String address, AccountLookUp account) {
        EventBuilder event = event().detail(Details.USERNAME, address);
        refused(result, event, error -> OneTimePasscodeProvider.of(context.session())
                .book(new FailedCode(event.getEvent().clone(), error, result instanceof VerifyResult.Wrong, account)));
    }

    private static void refused(VerifyResult result, EventBuilder event, Log log) {
        if (result instanceof VerifyResult.Wrong wrong) {
            event.detail(TRIES_LEFT, Integer.toString(wrong.triesLeft()));
            log.error(Errors.INVALID_USER_CREDENTIALS);
        } else if (result instanceof VerifyResult.TooManyTries) {
            log.error(TOO_MANY_TRIES);
        } else {
            log.error(Errors.EXPIRED_CODE);
        }
    }

    @FunctionalInterface
    private interface Log {

        void error(String error);
    }

    void tooManyMails(MailBudget budget) {
        event().detail(BUDGET, budget.name().toLowerCase(Locale.ROOT)).error(TOO_MANY_MAILS);
    }

    void secondFactorMissing() {
        event().error(SECOND_FACTOR_MISSING);
    }

    void lockedOut() {
        event().error(Errors.USER_TEMPORARILY_DISABLED);
    }

    private EventBuilder event() {
        EventBuilder event = context.event().detail(EventDetails.METHOD, EventDetails.EMAIL_OTP);
        if (context.user() != null) {
            event.user(context.user());
        }
        UserFlowProvider.of(context.session())
                .forApp(context.signIn().getClient())
                .assignedFlow()
                .map(UserFlow::name)
                .ifPresent(name -> event.detail(EventDetails.USER_FLOW, name));
        return event;
    }
}
