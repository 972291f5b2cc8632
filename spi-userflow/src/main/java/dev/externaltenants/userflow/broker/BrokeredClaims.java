package dev.externaltenants.userflow.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

/**
 * What a provider says of a customer, in one vocabulary whatever its protocol: the user info before the ID token, as
 * Keycloak takes them, or the attribute statements of SAML.
 */
final class BrokeredClaims {

    private static final String ADDRESS = "address";
    private static final List<String> NAMES = List.of(
            IDToken.NAME, IDToken.GIVEN_NAME, IDToken.FAMILY_NAME, IDToken.PHONE_NUMBER, IDToken.PHONE_NUMBER_VERIFIED);
    private static final List<String> ADDRESS_PARTS =
            List.of("street_address", "locality", "region", "postal_code", "country");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final List<Map<String, Object>> sources;
    private final Map<String, String> fallback;
    private final String emailOfKeycloak;
    private final boolean trusted;

    /** @param trusted whether the address counts as verified where nothing is said of that */
    BrokeredClaims(
            List<Map<String, Object>> sources, Map<String, String> fallback, String emailOfKeycloak, boolean trusted) {
        this.sources = sources;
        this.fallback = fallback;
        this.emailOfKeycloak = emailOfKeycloak;
        this.trusted = trusted;
    }

    static BrokeredClaims of(BrokeredIdentityContext context) {
        List<Map<String, Object>> sources = new ArrayList<>();
        Map<String, Object> data = context.getContextData();
        if (data.get(AbstractJsonUserAttributeMapper.CONTEXT_JSON_NODE) instanceof JsonNode userInfo) {
            sources.add(JsonSerialization.mapper.convertValue(userInfo, OBJECT));
        }
        if (data.get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken idToken) {
            // All of it: some claims are fields of the class that Keycloak reads the token into.
            sources.add(JsonSerialization.mapper.convertValue(idToken, OBJECT));
        }
        if (data.get(SAMLEndpoint.SAML_ASSERTION) instanceof AssertionType assertion) {
            sources.add(SamlClaims.of(assertion));
        }
        // Social providers call them as they like; their classes in Keycloak know.
        Map<String, String> fallback = new HashMap<>();
        fallback.put(IDToken.GIVEN_NAME, context.getFirstName());
        fallback.put(IDToken.FAMILY_NAME, context.getLastName());
        // An OpenID provider can say that an address is verified, so its silence is a no whatever the operator set.
        boolean cannotSay = data.get(SAMLEndpoint.SAML_ASSERTION) != null;
        boolean trusted =
                cannotSay && Boolean.TRUE.equals(context.getIdpConfig().isTrustEmail());
        return new BrokeredClaims(sources, fallback, context.getEmail(), trusted);
    }

    /** Returns the address, or null. */
    String email() {
        return text(emailOfKeycloak)
                .or(() -> sources.stream()
                        .flatMap(source -> text(source.get(IDToken.EMAIL)).stream())
                        .findFirst())
                .orElse(null);
    }

    /** Only what is said of this very address counts, and one no outweighs every yes. */
    boolean emailVerified() {
        String email = email();
        if (email == null) {
            return false;
        }
        List<String> said = sources.stream()
                .filter(source -> text(source.get(IDToken.EMAIL))
                        .filter(email::equalsIgnoreCase)
                        .isPresent())
                .map(source -> source.get(IDToken.EMAIL_VERIFIED))
                .filter(Objects::nonNull)
                // Apple says it in a string.
                .map(Object::toString)
                .toList();
        return said.isEmpty() ? trusted : said.stream().allMatch("true"::equals);
    }

    /** Returns the claims that user flows know, without those that say nothing. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> first(name).ifPresent(value -> values.put(name, value)));
        ADDRESS_PARTS.forEach(
                part -> first(part).or(() -> firstInAddress(part)).ifPresent(value -> values.put(part, value)));
        return values;
    }

    private Optional<String> first(String name) {
        return Stream.concat(sources.stream().map(source -> source.get(name)), Stream.of((Object) fallback.get(name)))
                .flatMap(value -> text(value).stream())
                .findFirst();
    }

    /** OpenID Connect puts the parts of an address into one claim. */
    private Optional<String> firstInAddress(String part) {
        return sources.stream()
                .map(source -> source.get(ADDRESS))
                .flatMap(
                        address -> address instanceof Map<?, ?> parts ? text(parts.get(part)).stream() : Stream.empty())
                .findFirst();
    }

    private static Optional<String> text(Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return scalar ? Optional.of(value.toString().strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }
}
