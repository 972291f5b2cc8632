package dev.externaltenants.userflow.signin;

import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.password.PasswordForm;
import dev.externaltenants.userflow.password.PendingPassword;
import dev.externaltenants.userflow.proof.SignInProof;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * Asks the password of whoever the step before it was told, account or not.
 *
 * <p>Keycloak's own form does the proving, its events and its brute-force booking; this step finds the account, and keeps
 * the answer and the work the same when there is none, no password, or a lock-out.
 */
final class PasswordAuthenticator extends PasswordForm implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(PasswordAuthenticator.class);
    private static final String TYPED_AT = "xt.password.typedAt";
    private static final String REFUSED = "xtSignInRefused";
    private static final String REFUSED_WITH_USERNAMES = "xtSignInRefusedWithUsernames";

    private final RefusalPaces paces = new RefusalPaces();

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (FirstFactor.isProvenByCode(context)) {
            context.success();
            return;
        }
        if (new SignInMethod(context).get() == SignUpMethod.EMAIL_OTP) {
            // The step before this one asks for the code, or says that the password is to be asked.
            refuseWithoutCodeStep(context);
            return;
        }
        if (context.getUser() != null) {
            // The cookie step found this user: the password must be theirs, whatever a form says.
            context.getAuthenticationSession().setAuthNote(USER_SET_BEFORE_USERNAME_PASSWORD_AUTH, "true");
        }
        context.challenge(new PasswordPage(context).show());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        new StaySignedIn(context).take(form);
        if (SignInMethod.SWITCH_TO_CODE.equals(form.getFirst(SignInMethod.SWITCH))
                && new SignInMethod(context).switchToCode()) {
            return;
        }
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (password == null || password.isEmpty()) {
            // Asked again before anybody is looked up: Keycloak hashes here for unknown accounts only.
            context.forceChallenge(challenge(context, "xtPasswordMissing", CredentialRepresentation.PASSWORD));
            return;
        }
        context.getSession().setAttribute(TYPED_AT, System.nanoTime());
        UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow()
                .ifPresent(flow -> context.getEvent().detail(EventDetails.USER_FLOW, flow.name()));
        if (isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            prove(context, Optional.ofNullable(context.getUser()), form);
        } else {
            context.clearUser();
            prove(context, NamedCustomer.of(context), form);
        }
    }

    private void prove(
            AuthenticationFlowContext context, Optional<UserModel> named, MultivaluedMap<String, String> form) {
        if (named.isEmpty()) {
            testInvalidUser(context, null);
            return;
        }
        UserModel customer = named.get();
        SignInProof proof = SignInProof.beginning(context.getSession(), customer);
        boolean unknownBefore = !isUserAlreadySetBeforeUsernamePasswordAuth(context);
        if (validatePassword(context, customer, form, unknownBefore) && enabledUser(context, customer)) {
            context.setUser(customer);
            PendingPassword.proof(context.getSession(), customer, proof).note(context.getAuthenticationSession());
            FirstFactor.provenByPassword(context.getAuthenticationSession());
            context.success(PasswordCredentialModel.TYPE);
        }
    }

    private static void refuseWithoutCodeStep(AuthenticationFlowContext context) {
        LOG.errorf(
                "The user flow of app %s signs in by code, and the realm's browser flow has no %s right before %s",
                context.getAuthenticationSession().getClient().getClientId(),
                SignInMethod.CODE_STEP,
                PasswordAuthenticatorFactory.ID);
        context.getEvent().error(Errors.INVALID_CONFIG);
        context.failure(
                AuthenticationFlowError.INTERNAL_ERROR,
                context.form().setError("xtAppUnavailable").createErrorPage(Response.Status.FORBIDDEN));
    }

    /** One sentence for no account, a wrong password and a lock-out, in every language. */
    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return REFUSED;
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return REFUSED;
    }

    @Override
    protected boolean validateStored(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        if (!user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validateStored(context, user, form, clearUser);
    }

    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean disabled = super.isDisabledByBruteForce(context, user);
        if (disabled) {
            AuthenticatorUtils.dummyHash(context);
        }
        return disabled;
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, String error, String field) {
        Long typedAt = context.getSession().getAttribute(TYPED_AT, Long.class);
        if (REFUSED.equals(error) && typedAt != null && !PendingPassword.isAsked(context.getSession())) {
            paces.of(context.getRealm().getId()).hold(typedAt);
        }
        boolean named =
                REFUSED.equals(error) && UsernamePolicy.of(context.getRealm()).enabled();
        return new PasswordPage(context).showError(named ? REFUSED_WITH_USERNAMES : error);
    }
}
