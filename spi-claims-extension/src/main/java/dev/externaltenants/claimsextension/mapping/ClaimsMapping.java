package dev.externaltenants.claimsextension.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which claims an app's tokens have, as Entra's claims mapping policy says it.
 *
 * @param policy the one member of the document; null in a body that has none
 */
public record ClaimsMapping(@JsonProperty("ClaimsMappingPolicy") Policy policy) {

    static final String INCLUDED = "true";

    /**
     * @param version 1, the only one there is
     * @param includeBasicClaimSet the string {@code true}, as Entra writes it; so when absent
     * @param claimsSchema what tokens get
     */
    public record Policy(
            @JsonProperty("Version") Integer version,
            @JsonProperty("IncludeBasicClaimSet") String includeBasicClaimSet,
            @JsonProperty("ClaimsSchema") List<Entry> claimsSchema) {

        public Policy {
            includeBasicClaimSet = includeBasicClaimSet == null ? INCLUDED : includeBasicClaimSet;
            claimsSchema = claimsSchema == null ? List.of() : List.copyOf(claimsSchema);
        }
    }

    /**
     * One claim: of the API's answer by source and id, or a constant by its value.
     *
     * @param source {@code CustomClaimsProvider}, or null of a constant
     * @param id the claim's key in the answer, case-sensitive; null of a constant
     * @param value the constant, or null
     * @param jwtClaimType its name in tokens; the id when absent
     * @param samlClaimType its name in assertions; the id when absent
     */
    public record Entry(
            @JsonProperty("Source") String source,
            @JsonProperty("ID") String id,
            @JsonProperty("Value") String value,
            @JsonProperty("JwtClaimType") String jwtClaimType,
            @JsonProperty("SamlClaimType") String samlClaimType) {

        boolean isConstant() {
            return source == null;
        }
    }

    /** Returns the keys of the answer that reach tokens. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        policy.claimsSchema().stream().filter(entry -> !entry.isConstant()).forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    /** Returns the first claim that the app cannot get with the value that was answered. */
    public Optional<String> unsuitable(Map<String, Object> answered, ClaimNames names) {
        return policy.claimsSchema().stream()
                .filter(entry -> !entry.isConstant() && answered.containsKey(entry.id()))
                .filter(entry -> !names.suit(names.of(entry), answered.get(entry.id())))
                .map(names::of)
                .findFirst();
    }

    /** Returns the claims by their names in what the app gets; none but these. */
    public Map<String, Object> claims(Map<String, Object> answered, ClaimNames names) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (Entry entry : policy.claimsSchema()) {
            String name = names.of(entry);
            Object value = entry.isConstant() ? entry.value() : answered.get(entry.id());
            if (name != null && value != null && names.permit(name, value)) {
                claims.put(name, value);
            }
        }
        return claims;
    }
}
