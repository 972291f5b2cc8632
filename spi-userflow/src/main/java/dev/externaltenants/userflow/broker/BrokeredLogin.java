package dev.externaltenants.userflow.broker;

import java.util.Map;
import java.util.Optional;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The sign-in with an identity provider that a first-broker-login or post-broker-login flow is about. */
public final class BrokeredLogin {

    /** Where Keycloak keeps it, by the path of the flow: both are there while one sign-in proves another's account. */
    private static final Map<String, String> NOTES = Map.of(
            LoginActionsService.FIRST_BROKER_LOGIN_PATH, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE,
            LoginActionsService.POST_BROKER_LOGIN_PATH, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);

    private BrokeredLogin() {}

    /** Returns the name of the provider as customers know it, while a first login is under way; else an empty text. */
    public static String firstLoginWith(AuthenticationFlowContext context) {
        return LoginActionsService.FIRST_BROKER_LOGIN_PATH.equals(context.getFlowPath())
                ? BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession())
                        .providerName()
                : "";
    }

    /** Returns the alias of the provider; nothing in a flow that no provider led to. */
    static Optional<String> provider(String flowPath, AuthenticationSessionModel signIn) {
        return Optional.ofNullable(flowPath)
                .map(NOTES::get)
                .map(note -> SerializedBrokeredIdentityContext.readFromAuthenticationSession(signIn, note))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId);
    }
}
