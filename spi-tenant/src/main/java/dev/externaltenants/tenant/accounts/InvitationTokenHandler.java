package dev.externaltenants.tenant.accounts;

import java.util.stream.Stream;

import dev.externaltenants.customattributes.CustomerMark;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionTokenHandler;
import org.keycloak.events.Errors;
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
