package dev.externaltenants.customattributes.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.IDToken;

/**
 * Which claim of an identity provider goes into which attribute. Only what the user flow asks for is taken, so no claim
 * reaches an attribute that the operator did not choose.
 *
 * <p>Source: Entra's claims mapping for OpenID Connect. Its other claims, {@code sub}, {@code email} and {@code
 * email_verified}, make the identity itself.
 */
final class ClaimMap {

    private static final Map<String, String> CLAIM_BY_ATTRIBUTE = Map.of(
            "displayName", IDToken.NAME,
            "givenName", IDToken.GIVEN_NAME,
            "surname", IDToken.FAMILY_NAME,
            "streetAddress", "street_address",
            "city", "locality",
            "state", "region",
            "postalCode", "postal_code",
            "country", "country",
            // No built-in attribute here: one that the tenant defines under Entra's name.
            "phoneNumber", IDToken.PHONE_NUMBER);

    private ClaimMap() {}

    /** Returns by attribute name what the provider says of a field and what the customer could have typed there. */
    static Map<String, List<String>> values(List<SignUpField> fields, Map<String, String> claims) {
        Map<String, List<String>> values = new HashMap<>();
        for (SignUpField field : fields) {
            String claim = CLAIM_BY_ATTRIBUTE.get(field.name());
            if (claim != null
                    && !isDenied(claim, claims)
                    && claims.get(claim) != null
                    && SubmittedValue.of(field, List.of(claims.get(claim))) instanceof SubmittedValue.Accepted accepted
                    && !accepted.stored().isEmpty()) {
                values.put(field.name(), accepted.stored());
            }
        }
        return values;
    }

    private static boolean isDenied(String claim, Map<String, String> claims) {
        return claim.equals(IDToken.PHONE_NUMBER) && "false".equals(claims.get(IDToken.PHONE_NUMBER_VERIFIED));
    }
}
