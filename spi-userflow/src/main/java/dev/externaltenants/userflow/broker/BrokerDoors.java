package dev.externaltenants.userflow.broker;

import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.UserFlowProvider;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;

/**
 * The lock of Keycloak's broker itself, which knows no user flows: before a customer is sent to a provider, before the
 * provider's answer is used, and before an account is linked.
 *
 * <p>It holds for providers of any origin, with whatever login flows they name.
 */
final class BrokerDoors {

    private static final Logger LOG = Logger.getLogger(BrokerDoors.class);

    /** The broker's own addresses, and the page that begins to link an account. */
    private static final Pattern PATHS = Pattern.compile("/?realms/[^/]+/(?:broker/|login-actions/required-action).*");

    private final KeycloakSession session;

    BrokerDoors(KeycloakSession session) {
        this.session = session;
    }

    /** @throws ErrorPageException when the app that a customer is signing in to does not list the provider */
    void check(String alias) {
        KeycloakContext context = session.getContext();
        if (context.getRealm() == null
                || context.getHttpRequest() == null
                || !PATHS.matcher(context.getUri().getPath()).matches()
                || !TenantRealm.is(context.getRealm())) {
            return;
        }
        ClientModel app = app(context);
        if (app == null || UserFlowProvider.of(session).identityProviders(app).contains(alias)) {
            return;
        }
        LOG.warnf("Identity provider %s refused: the user flow of app %s does not list it", alias, app.getClientId());
        ProviderRefusal.record(new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .client(app)
                .detail(Details.IDENTITY_PROVIDER, alias));
        throw new ErrorPageException(
                session, context.getAuthenticationSession(), Response.Status.FORBIDDEN, ProviderRefusal.MESSAGE);
    }

    /** Where an app itself begins to link, Keycloak takes note of the app only after it has looked the provider up. */
    private static ClientModel app(KeycloakContext context) {
        String named = context.getUri().getQueryParameters().getFirst(OAuth2Constants.CLIENT_ID);
        return context.getClient() != null || named == null
                ? context.getClient()
                : context.getRealm().getClientByClientId(named);
    }
}
