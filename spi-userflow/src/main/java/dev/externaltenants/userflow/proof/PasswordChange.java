package dev.externaltenants.userflow.proof;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's page for a new password, behind {@link ProofGuard}, and not for a first password that only its customer wants:
 * a code or a provider would then open the account no more, and whoever got in once could lock its owner out.
 */
public final class PasswordChange extends UpdatePassword {

    /** Of the request. */
    private static final String FIRST = "xt.password.first";

    /** Returns whether the password that this request has set is the first of its account. */
    public static boolean isFirst(KeycloakSession session) {
        return Boolean.TRUE.equals(session.getAttribute(FIRST));
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ProofGuard.actionOf(session, getId(), this);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (TenantRealm.is(context.getRealm()) && isFirst(context.getUser()) && !isDemanded(context)) {
            context.ignore();
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!TenantRealm.is(context.getRealm())) {
            super.processAction(context);
            return;
        }
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // An administrator who resets the password at this moment holds it, too; hashing takes long enough to be
        // overtaken.
        KeycloakCompat.of(session)
                .userDirectory()
                .lock(context.getRealm(), context.getUser().getId());
        if (SignInProof.isEnded(session, signIn)) {
            EndedSignIn.refuse(context);
            return;
        }
        boolean first = isFirst(context.getUser());
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            session.setAttribute(FIRST, first);
            SignInProof.renew(session, signIn);
        }
    }

    private static boolean isFirst(UserModel user) {
        return !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /** By an administrator or an invitation, not by an app that the customer came from. */
    private boolean isDemanded(RequiredActionContext context) {
        return context.getUser().getRequiredActionsStream().anyMatch(getId()::equals)
                || context.getAuthenticationSession().getRequiredActions().contains(getId());
    }

    @Override
    public int order() {
        return ProofGuard.ORDER;
    }
}
