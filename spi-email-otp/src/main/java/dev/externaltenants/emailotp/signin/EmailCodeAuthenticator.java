package dev.externaltenants.emailotp.signin;

import java.util.Locale;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.LoginFailures;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.VerifyResult;
import dev.externaltenants.userflow.proof.EndedSignIn;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.signin.FirstFactor;
import dev.externaltenants.userflow.signin.ProvesMailbox;
import dev.externaltenants.userflow.signin.TrustedDeviceBox;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks, as second factor, for a code sent to the account's verified address. */
final class EmailCodeAuthenticator implements ProvesMailbox {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (FirstFactor.isEmailCode(context.getSession(), context.getRealm(), context.getAuthenticationSession())) {
            refuseAsTheSameFactor(context);
        } else if (!refusedAsEnded(context) && !refusedAsLockedOut(context)) {
            step(context).open();
        }
    }

    /** A second code to the same mailbox proves nothing more than the first did; another second factor may be there. */
    private static void refuseAsTheSameFactor(AuthenticationFlowContext context) {
        if (context.getExecution().isAlternative()) {
            context.attempted();
            return;
        }
        new CodeEvents(context).secondFactorMissing();
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtSecondFactorMissing").createErrorPage(Response.Status.FORBIDDEN));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!configuredFor(context.getSession(), context.getRealm(), context.getUser())) {
            // The address was taken away or changed since the page was shown.
            context.failure(AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED);
            return;
        }
        // Asked on every post: the lock-out that a wrong code brings is booked after its own request.
        if (refusedAsEnded(context) || refusedAsLockedOut(context)) {
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (CodeAction.of(form) == CodeAction.RESEND) {
            step(context).resend();
        } else {
            verify(context, form.getFirst(CodePage.CODE));
        }
    }

    private static void verify(AuthenticationFlowContext context, String typedCode) {
        CodeStep step = step(context);
        if (typedCode == null || typedCode.isBlank()) {
            step.askAgain();
            return;
        }
        VerifyResult result = step.verify(typedCode);
        if (result instanceof VerifyResult.Verified) {
            failures(context).secondFactorSucceeded(context.getUser());
            new TrustedDeviceBox(context).take();
            context.success(EmailCodeAuthenticatorFactory.CATEGORY);
            return;
        }
        if (result instanceof VerifyResult.Wrong) {
            failures(context).secondFactorFailed(context.getUser());
        }
        step.refuse(result);
    }

    /** The first factor may be a password that is none any more, on a page that was left open. */
    private static boolean refusedAsEnded(AuthenticationFlowContext context) {
        boolean ended = SignInProof.isEnded(context.getSession(), context.getAuthenticationSession());
        if (ended) {
            EndedSignIn.refuse(context);
        }
        return ended;
    }

    private static boolean refusedAsLockedOut(AuthenticationFlowContext context) {
        if (!failures(context).isLockedOut(context.getUser())) {
            return false;
        }
        new CodeEvents(context).lockedOut();
        context.forceChallenge(context.form().setError("xtCodeLockedOut").createErrorPage(Response.Status.FORBIDDEN));
        return true;
    }

    private static CodeStep step(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return new CodeStep(context, Purpose.MFA, user.getId(), user.getEmail().toLowerCase(Locale.ROOT));
    }

    private static LoginFailures failures(AuthenticationFlowContext context) {
        return KeycloakCompat.of(context.getSession()).loginFailures();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** Only a verified address: a code to any other proves nothing about the account's owner. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return user.getEmail() != null && user.isEmailVerified();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // none: an action that set the factor up while signing in would stand in for the factor itself
    }

    @Override
    public void close() {
        // nothing is held
    }
}
