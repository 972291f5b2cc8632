package dev.externaltenants.tenant.accounts;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.CustomerMark;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionTokenHandler;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.messages.Messages;

/**
 * Opens the links of invitations as Keycloak does those of its own administrators, but no link from before a newer
 * invitation, a deletion, a block or a reset: those were to shut out whoever has it.
 */
public final class InvitationTokenHandler extends ExecuteActionsActionTokenHandler {

    static final String ID = "xt-invitation";

    @Override
    public String getId() {
        return ID;
    }

    /** Tells the page before the first step that it opens an invitation; other themes than ours show Keycloak's words. */
    @Override
    public Response handleToken(
            ExecuteActionsActionToken token, ActionTokenContext<ExecuteActionsActionToken> context) {
        if (context.isAuthenticationSessionFresh()) {
            context.getSession().getProvider(LoginFormsProvider.class).setAttribute("xt", Map.of("invitation", true));
        }
        return super.handleToken(token, context);
    }

    @Override
    @SuppressWarnings("unchecked") // An array of a generic type, as Keycloak declares it.
    public Predicate<? super ExecuteActionsActionToken>[] getVerifiers(
            ActionTokenContext<ExecuteActionsActionToken> context) {
        return Stream.concat(
                        Stream.of(TokenUtils.checkThat(
                                token -> isGood(token, context),
                                Errors.EXPIRED_CODE,
                                Messages.EXPIRED_ACTION_TOKEN_NO_SESSION)),
                        Stream.of(super.getVerifiers(context)))
                .toArray(Predicate[]::new);
    }

    private static boolean isGood(JsonWebToken token, ActionTokenContext<ExecuteActionsActionToken> context) {
        UserModel user = context.getAuthenticationSession().getAuthenticatedUser();
        int notBefore = context.getSession().users().getNotBeforeOfUser(context.getRealm(), user);
        return token.getId().equals(user.getFirstAttribute(CustomerMark.INVITATION)) && token.getIat() >= notBefore;
    }
}
