package dev.externaltenants.tenant.accounts;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.core.UriInfo;

import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.userflow.TenantException;
import org.jboss.logging.Logger;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.resources.LoginActionsService;

/** Mails a link, behind which the account's address is proven and a password chosen: an action token of Keycloak. */
public final class InvitationMail {

    private static final Logger LOG = Logger.getLogger(InvitationMail.class);

    private static final List<String> ACTIONS =
            List.of(UserModel.RequiredAction.VERIFY_EMAIL.name(), UserModel.RequiredAction.UPDATE_PASSWORD.name());

    private final KeycloakSession session;
    private final RealmModel realm;

    public InvitationMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Makes this the account's only invitation, which holds when the transaction is committed; mailed after that.
     *
     * @param field where the call has the invitation
     * @throws TenantException {@code xt_invitation_address_missing}, {@code xt_invitation_application_unknown}, {@code
     *     xt_invitation_redirect_uri_missing}, {@code xt_invitation_redirect_uri_unknown}
     */
    public PreparedInvitation prepare(UserModel user, Invitation invitation, String field) {
        if (user.getEmail() == null) {
            throw TenantException.conflict(
                    "xt_invitation_address_missing", null, "An account without an e-mail address gets no invitation.");
        }
        ClientModel app = application(invitation, field);
        int lifespan = realm.getActionTokenGeneratedByAdminLifespan();
        ExecuteActionsActionToken token = new ExecuteActionsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeMillis() / 1000) + lifespan,
                ACTIONS,
                redirectUri(app, invitation, field),
                app.getClientId());
        token.type(InvitationTokenHandler.ID);
        token.id(UUID.randomUUID().toString());
        String before = user.getFirstAttribute(CustomerMark.INVITATION);
        user.setSingleAttribute(CustomerMark.INVITATION, token.getId());
        UriInfo uri = session.getContext().getUri();
        String link = LoginActionsService.actionTokenProcessor(uri)
                .queryParam("key", token.serialize(session, realm, uri))
                .build(realm.getName())
                .toString();
        return new PreparedInvitation(
                token.getId(), user.getId(), app.getClientId(), link, TimeUnit.SECONDS.toMinutes(lifespan), before);
    }

    /**
     * Sends the mail while the call waits, so that whoever invites learns whether it left.
     *
     * @throws TenantException {@code xt_invitation_not_sent}
     */
    public void send(PreparedInvitation invitation) {
        try {
            UserModel user = session.users().getUserById(realm, invitation.userId());
            new InvitationTemplate(session, realm, user).send(invitation);
        } catch (EmailException e) {
            // Only the kind of failure: messages of mail servers may quote the address.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean hasMailServer = realm.getSmtpConfig().containsKey("host");
            LOG.warnf(
                    "An invitation of realm %s was not sent: %s",
                    realm.getName(), hasMailServer ? cause.getClass().getSimpleName() : "the realm has no mail server");
            throw TenantException.conflict(
                    "xt_invitation_not_sent",
                    null,
                    hasMailServer
                            ? "The mail server of the realm did not take the mail."
                            : "The realm has no mail server.");
        }
    }

    /** Takes back what was prepared and not sent: the invitation from before is good again. */
    public void withdraw(PreparedInvitation invitation) {
        UserModel user = session.users().getUserById(realm, invitation.userId());
        if (user == null || !invitation.id().equals(user.getFirstAttribute(CustomerMark.INVITATION))) {
            return;
        }
        if (invitation.before() == null) {
            user.removeAttribute(CustomerMark.INVITATION);
        } else {
            user.setSingleAttribute(CustomerMark.INVITATION, invitation.before());
        }
    }

    private ClientModel application(Invitation invitation, String field) {
        if (invitation.application() == null) {
            if (invitation.redirectUri() != null) {
                throw TenantException.invalid(
                        "xt_invitation_application_unknown", field + "application", "Name the application too.");
            }
            return realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        }
        ClientModel app = realm.getClientByClientId(invitation.application());
        if (app == null || !app.isEnabled()) {
            throw TenantException.invalid(
                    "xt_invitation_application_unknown",
                    field + "application",
                    "The tenant has no active app of this client id.");
        }
        return app;
    }

    /** Where the last page leads to: without it, who was invited to an app would not get there. */
    private String redirectUri(ClientModel app, Invitation invitation, String field) {
        if (invitation.application() == null) {
            return null;
        }
        if (invitation.redirectUri() == null) {
            List<String> exact = app.getRedirectUris().stream()
                    .filter(uri -> !uri.contains("*"))
                    .toList();
            if (exact.size() != 1) {
                throw TenantException.invalid(
                        "xt_invitation_redirect_uri_missing",
                        field + "redirectUri",
                        "The app has not just one redirect URI. Name the one to lead to.");
            }
            return exact.get(0);
        }
        if (RedirectUtils.verifyRedirectUri(session, invitation.redirectUri(), app) == null) {
            throw TenantException.invalid(
                    "xt_invitation_redirect_uri_unknown", field + "redirectUri", "The app has no such redirect URI.");
        }
        return invitation.redirectUri();
    }
}
