package dev.externaltenants.userflow.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.representations.IDToken;

/**
 * SAML's attribute statements under the names of OpenID Connect. Providers use the claim URIs of WS-Federation, as Entra
 * and AD FS do, or name the attributes as OpenID Connect does.
 */
final class SamlClaims {

    private static final String URI = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /** There is no e-mail verification in SAML, so no attribute may claim one. */
    private static final Map<String, String> CLAIM_BY_ATTRIBUTE = Map.ofEntries(
            Map.entry(URI + "emailaddress", IDToken.EMAIL),
            Map.entry(URI + "name", IDToken.NAME),
            Map.entry(URI + "givenname", IDToken.GIVEN_NAME),
            Map.entry(URI + "surname", IDToken.FAMILY_NAME),
            Map.entry(URI + "mobilephone", IDToken.PHONE_NUMBER),
            Map.entry(URI + "streetaddress", "street_address"),
            Map.entry(URI + "locality", "locality"),
            Map.entry(URI + "stateorprovince", "region"),
            Map.entry(URI + "postalcode", "postal_code"),
            Map.entry(URI + "country", "country"),
            Map.entry("email", IDToken.EMAIL),
            Map.entry("name", IDToken.NAME),
            Map.entry("given_name", IDToken.GIVEN_NAME),
            Map.entry("family_name", IDToken.FAMILY_NAME),
            Map.entry("phone_number", IDToken.PHONE_NUMBER),
            Map.entry("street_address", "street_address"),
            Map.entry("region", "region"),
            Map.entry("postal_code", "postal_code"));

    private SamlClaims() {}

    static Map<String, Object> of(AssertionType assertion) {
        Map<String, Object> claims = new HashMap<>();
        for (AttributeStatementType statement : assertion.getAttributeStatements()) {
            for (ASTChoiceType choice : statement.getAttributes()) {
                if (choice.getAttribute() != null) {
                    add(claims, choice.getAttribute());
                }
            }
        }
        return claims;
    }

    private static void add(Map<String, Object> claims, AttributeType attribute) {
        String claim = claim(attribute.getName());
        List<Object> values = attribute.getAttributeValue();
        if (claim != null && values != null) {
            values.stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(value -> claims.put(claim, value.toString()));
        }
    }

    private static String claim(String attribute) {
        if (attribute == null) {
            return null;
        }
        String claim = CLAIM_BY_ATTRIBUTE.get(attribute);
        return claim != null || !CLAIM_BY_ATTRIBUTE.containsValue(attribute) ? claim : attribute;
    }
}
