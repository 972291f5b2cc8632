package dev.externaltenants.claimsextension.token;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.userflow.token.SamlAssertionCheck;
import org.keycloak.Config;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.saml.preprocessor.SamlAuthenticationPreprocessor;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Puts the claims of the app's custom extension into assertions. Keycloak asks it once for each answer to a SAML app,
 * whatever mappers and scopes the app has, before it signs.
 */
public final class AssertionClaims implements SamlAuthenticationPreprocessor {

    @Override
    public StatusResponseType beforeSendingResponse(
            StatusResponseType answer, AuthenticatedClientSessionModel clientSession) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        // Nobody is asked about a sign-in that ends here.
        if (answer instanceof ResponseType response && SamlAssertionCheck.passes(session, clientSession)) {
            response.getAssertions().stream()
                    .map(ResponseType.RTChoiceType::getAssertion)
                    .filter(assertion -> assertion != null)
                    .findFirst()
                    .ifPresent(assertion -> add(assertion, claims(session, clientSession)));
        }
        return answer;
    }

    private static Map<String, Object> claims(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        TokenContext context = new TokenContext(
                session, clientSession.getUserSession(), clientSession, Optional.empty(), RealmIssuer.of(session));
        return new ExtensionClaims(context, new RefusalEvent(context)).of(TokenAudience.CLIENT);
    }

    private static void add(AssertionType assertion, Map<String, Object> claims) {
        if (claims.isEmpty()) {
            return;
        }
        // Apps are known that read the first statement only.
        AttributeStatementType statement = assertion.getAttributeStatements().stream()
                .findFirst()
                .orElseGet(() -> {
                    AttributeStatementType first = new AttributeStatementType();
                    assertion.addStatement(first);
                    return first;
                });
        claims.forEach((name, value) -> {
            // The API's word is the last, as in tokens.
            statement.getAttributes().stream()
                    .filter(choice -> choice.getAttribute() != null
                            && name.equals(choice.getAttribute().getName()))
                    .toList()
                    .forEach(statement::removeAttribute);
            statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute(name, value)));
        });
    }

    private static AttributeType attribute(String name, Object value) {
        AttributeType attribute = new AttributeType(name);
        attribute.setNameFormat((name.contains(":")
                        ? JBossSAMLURIConstants.ATTRIBUTE_FORMAT_URI
                        : JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC)
                .get());
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        values.forEach(each -> attribute.addAttributeValue(each.toString()));
        return attribute;
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
        return "xt-claims-extension";
    }
}
