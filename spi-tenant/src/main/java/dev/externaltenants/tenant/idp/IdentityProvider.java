package dev.externaltenants.tenant.idp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An identity provider of the tenant as our REST shows it. Which fields it has depends on its type.
 *
 * @param alias its name in lists and addresses; never changes
 * @param displayName what its button says
 * @param hidden whether pages have no button for it, so that only hints lead to it
 * @param domains e-mail domains whose customers are led to it
 * @param clientSecret written, never answered
 * @param privateKey Apple's {@code .p8} key; written, never answered
 * @param registration what is to be entered at the provider; answered, ignored when sent
 * @param userFlows names of the flows that list it; answered, ignored when sent
 */
public record IdentityProvider(
        String alias,
        ProviderType type,
        String displayName,
        Boolean enabled,
        Boolean hidden,
        List<String> domains,
        String clientId,
        String clientSecret,
        String teamId,
        String keyId,
        String privateKey,
        String wellKnownEndpoint,
        String issuer,
        String scope,
        String responseType,
        ClientAuthentication clientAuthentication,
        String metadataUrl,
        String endpoint,
        String certificate,
        Map<String, Object> registration,
        List<String> userFlows) {

    private static final Set<String> DESTINATION =
            Set.of("clientId", "teamId", "wellKnownEndpoint", "issuer", "metadataUrl", "endpoint", "certificate");

    public IdentityProvider {
        enabled = enabled == null ? Boolean.TRUE : enabled;
        hidden = hidden == null ? Boolean.FALSE : hidden;
        domains = domains == null ? List.of() : List.copyOf(domains);
    }

    /** The ways that Entra has to prove the tenant to a provider. */
    public enum ClientAuthentication {
        client_secret_post,
        client_secret_jwt
    }

    /** Returns the alias that one without an alias gets: that of its type, if there can be but one. */
    @JsonIgnore
    String aliasOrDefault() {
        return alias == null && type != null && type.providerName() != null ? type.toString() : alias;
    }

    /** Whether the two ask somebody else, or as somebody else, who the customer is. */
    boolean leadsElsewhereThan(IdentityProvider other) {
        return !destination().equals(other.destination());
    }

    private Map<String, String> destination() {
        Map<String, String> destination = ofItsType();
        destination.keySet().retainAll(DESTINATION);
        destination.computeIfPresent("certificate", (field, value) -> SigningCertificate.bare(value));
        return destination;
    }

    /** Returns it as it is shown once it is stored: with what is set where it leaves something out. */
    public IdentityProvider withDefaults() {
        boolean oidc = type == ProviderType.OIDC;
        return new IdentityProvider(
                alias,
                type,
                displayName == null && type != null ? type.providerName() : displayName,
                enabled,
                hidden,
                ProviderRules.domains(this),
                clientId,
                clientSecret,
                teamId,
                keyId,
                privateKey,
                wellKnownEndpoint,
                issuer,
                oidc && scope == null ? ProviderSettings.DEFAULT_SCOPE : scope,
                oidc && responseType == null ? "code" : responseType,
                oidc && clientAuthentication == null ? ClientAuthentication.client_secret_post : clientAuthentication,
                metadataUrl,
                endpoint,
                certificate == null ? null : SigningCertificate.bare(certificate),
                registration,
                userFlows);
    }

    /** Returns the fields that only some types have, by name; an absent one is not in it. */
    @JsonIgnore
    Map<String, String> ofItsType() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "clientId", clientId);
        put(fields, "clientSecret", clientSecret);
        put(fields, "teamId", teamId);
        put(fields, "keyId", keyId);
        put(fields, "privateKey", privateKey);
        put(fields, "wellKnownEndpoint", wellKnownEndpoint);
        put(fields, "issuer", issuer);
        put(fields, "scope", scope);
        put(fields, "responseType", responseType);
        put(fields, "clientAuthentication", clientAuthentication == null ? null : clientAuthentication.name());
        put(fields, "metadataUrl", metadataUrl);
        put(fields, "endpoint", endpoint);
        put(fields, "certificate", certificate);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
