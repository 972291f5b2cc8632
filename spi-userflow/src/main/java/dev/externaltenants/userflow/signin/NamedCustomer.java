package dev.externaltenants.userflow.signin;

import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Whose account it is that the customer named on the page before. */
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
