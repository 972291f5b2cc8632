package dev.externaltenants.userflow.broker;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.password.PasswordForm;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * Has who came from a provider prove the existing account of their address by its password, before both are linked.
 *
 * <p>That there is an account is told only to who proved to read its mailbox. Whose account it is comes from that proof and
 * never from a form. Keycloak's own form does the proving and its brute-force booking.
 */
final class LinkPasswordAuthenticator extends PasswordForm implements Authenticator {

    /** There is an account, and this sign-in cannot prove it. */
    static final String NOT_POSSIBLE = "xt_link_not_possible";

    private static final String PAGE = "xt-link-password.ftl";
    private static final String REFUSED = "xtLinkPasswordWrong";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
        if (BrokeredAccount.is(context.getAuthenticationSession(), identity, context.getUser())) {
            // The step before this one had it proven by a code.
            context.success();
            return;
        }
        account(context, identity)
                .ifPresentOrElse(
                        account -> context.challenge(page(context, identity, context.form())), () -> refuse(context));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
        Optional<UserModel> account = account(context, identity);
        if (account.isEmpty()) {
            refuse(context);
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (password == null || password.isEmpty()) {
            context.forceChallenge(challenge(context, "xtPasswordMissing", CredentialRepresentation.PASSWORD));
            return;
        }
        prove(context, identity, account.get(), form);
    }

    private void prove(
            AuthenticationFlowContext context,
            BrokeredIdentity identity,
            UserModel account,
            MultivaluedMap<String, String> form) {
        // By this note Keycloak finds whose failure it is.
        context.getAuthenticationSession().setAuthNote(ATTEMPTED_USERNAME, account.getUsername());
        context.getEvent().detail(Details.USERNAME, account.getUsername());
        UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow()
                .ifPresent(flow -> context.getEvent().detail(EventDetails.USER_FLOW, flow.name()));
        if (validatePassword(context, account, form, true) && enabledUser(context, account)) {
            BrokeredAccount.provenByPassword(context, identity, account);
            context.success(PasswordCredentialModel.TYPE);
        }
    }

    private static Optional<UserModel> account(AuthenticationFlowContext context, BrokeredIdentity identity) {
        return BrokeredAccount.existing(
                        context.getSession(), context.getRealm(), context.getAuthenticationSession(), identity)
                .filter(account -> account.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE));
    }

    private static void refuse(AuthenticationFlowContext context) {
        context.getEvent().error(NOT_POSSIBLE);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtLinkNotPossible").createErrorPage(Response.Status.FORBIDDEN));
    }

    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return REFUSED;
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return REFUSED;
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, String error, String field) {
        LoginFormsProvider form =
                context.form().setExecution(context.getExecution().getId());
        if (error != null) {
            form.addError(new FormMessage(CredentialRepresentation.PASSWORD, error));
        }
        return page(context, BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession()), form);
    }

    private static Response page(
            AuthenticationFlowContext context, BrokeredIdentity identity, LoginFormsProvider form) {
        String email = BrokeredEmail.of(context.getAuthenticationSession(), identity)
                .map(BrokeredEmail::address)
                .orElse("");
        return form.setAttribute("xt", Map.of("email", email, "provider", identity.providerName()))
                .createForm(PAGE);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // a password is set by the reset flow, not while signing in
    }

    @Override
    public void close() {
        // nothing is held
    }
}
