package dev.externaltenants.userflow.signin;

import java.util.Optional;

import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.Usernames;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whose account it is that the customer named on the page before, by e-mail address or by user name. */
final class NamedCustomer {

    private static final Logger LOG = Logger.getLogger(NamedCustomer.class);

    private NamedCustomer() {}

    static Optional<UserModel> of(AuthenticationFlowContext context) {
        String identifier =
                context.getAuthenticationSession().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        if (identifier == null) {
            return Optional.empty();
        }
        context.getEvent().detail(Details.USERNAME, identifier);
        if (!Username.isAddress(identifier)) {
            return new Usernames(context.getSession(), context.getRealm()).find(identifier);
        }
        try {
            return Optional.ofNullable(
                    KeycloakModelUtils.findUserByNameOrEmail(context.getSession(), context.getRealm(), identifier));
        } catch (ModelDuplicateException ambiguous) {
            // From before the realm became a tenant, or from a user federation; the page must not tell either.
            LOG.warnf(
                    "A sign-in to realm %s was refused: two accounts have what was typed",
                    context.getRealm().getName());
            return Optional.empty();
        }
    }
}
