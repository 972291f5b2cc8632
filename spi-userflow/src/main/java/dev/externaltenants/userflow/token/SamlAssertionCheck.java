package dev.externaltenants.userflow.token;

import org.keycloak.Config;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The last lock before a customer's assertion leaves, as {@link AppFlowTokenCheck} is for tokens. Keycloak asks it for each
 * answer to a SAML app, whatever mappers and scopes the app has.
 */
public final class SamlAssertionCheck implements SamlAuthenticationPreprocessor {

    /**
     * Returns whether it will let an assertion out. Keycloak asks preprocessors in no order, so that one which acts on what
     * leaves has to ask.
     */
    public static boolean passes(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return check(session).decide(clientSession.getClient(), clientSession).isEmpty();
    }

    @Override
    public StatusResponseType beforeSendingResponse(
            StatusResponseType answer, AuthenticatedClientSessionModel clientSession) {
        if (answer instanceof ResponseType response && !response.getAssertions().isEmpty()) {
            check(KeycloakSessionUtil.getKeycloakSession())
                    .refusal(clientSession.getClient(), clientSession)
                    .ifPresent(refusal -> deny(response));
        }
        return answer;
    }

    private static AppFlowCheck check(KeycloakSession session) {
        return new AppFlowCheck(session, new TokenRequest(session));
    }

    /** An exception would end in Keycloak's log with its stack, and in a page that tells the app nothing. */
    private static void deny(ResponseType response) {
        response.getAssertions().stream().toList().forEach(response::removeAssertion);
        StatusCodeType reason = new StatusCodeType();
        reason.setValue(JBossSAMLURIConstants.STATUS_REQUEST_DENIED.getUri());
        StatusCodeType code = new StatusCodeType();
        code.setValue(JBossSAMLURIConstants.STATUS_RESPONDER.getUri());
        code.setStatusCode(reason);
        StatusType status = new StatusType();
        status.setStatusCode(code);
        response.setStatus(status);
    }

    @Override
    public SamlAuthenticationPreprocessor create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }

    @Override
    public String getId() {
        return "xt-app-flow";
    }
}
