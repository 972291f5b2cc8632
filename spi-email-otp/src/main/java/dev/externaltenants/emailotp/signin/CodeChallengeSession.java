package dev.externaltenants.emailotp.signin;

import dev.externaltenants.emailotp.Admission;
import dev.externaltenants.emailotp.AppName;
import dev.externaltenants.emailotp.IssueRequest;
import dev.externaltenants.emailotp.IssueResult;
import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.emailotp.PasscodeScope;
import dev.externaltenants.emailotp.PasscodeState;
import dev.externaltenants.emailotp.VerifyResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The code that one flow step of one browser tab asked for.
 *
 * <p>The notes are named after the execution, and the scope holds the rest (app, tab, subject, address), so neither a
 * note nor a code of one step is worth anything in another.
 */
final class CodeChallengeSession {

    private static final String CHALLENGE = "xt.otp.challenge.";
    private static final String FOR = "xt.otp.for.";

    private final CodeContext context;
    private final AuthenticationSessionModel authentication;
    private final PasscodeScope scope;

    CodeChallengeSession(CodeContext context, PasscodeScope.Purpose purpose, String subject, String address) {
        this.context = context;
        this.authentication = context.signIn();
        this.scope = new PasscodeScope(
                authentication.getRealm().getId(),
                purpose,
                subject,
                address,
                authentication.getClient().getClientId(),
                authentication.getParentSession().getId(),
                authentication.getTabId(),
                context.place());
    }

    /** Returns whether this step has had a code sent to this very subject and address, alive or not. */
    boolean begun() {
        return id() != null && owner().equals(authentication.getAuthNote(note(FOR)));
    }

    PasscodeState state() {
        return engine().state(id(), scope);
    }

    IssueResult issue(Admission admission) {
        IssueResult result = engine().issue(new IssueRequest(
                scope,
                context.session().getContext().resolveLocale(context.user()),
                AppName.of(authentication.getClient()),
                context.session().getContext().getConnection().getRemoteAddr(),
                id(),
                admission));
        if (result instanceof IssueResult.Sent sent) {
            authentication.setAuthNote(note(CHALLENGE), sent.challengeId());
            authentication.setAuthNote(note(FOR), owner());
        }
        return result;
    }

    VerifyResult verify(String typedCode) {
        VerifyResult result = engine().verify(id(), scope, typedCode);
        if (result instanceof VerifyResult.Verified) {
            authentication.removeAuthNote(note(CHALLENGE));
            authentication.removeAuthNote(note(FOR));
        }
        return result;
    }

    PasscodeScope scope() {
        return scope;
    }

    /** Returns that of the last code, or null. */
    String id() {
        return authentication.getAuthNote(note(CHALLENGE));
    }

    private String owner() {
        return scope.subject() + " " + scope.address();
    }

    private String note(String name) {
        return name + scope.executionId();
    }

    private OneTimePasscodeProvider engine() {
        return OneTimePasscodeProvider.of(context.session());
    }
}
