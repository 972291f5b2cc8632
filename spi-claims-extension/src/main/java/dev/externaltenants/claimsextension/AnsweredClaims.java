package dev.externaltenants.claimsextension;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.userflow.StandardClaims;

/**
 * What an app gets of an API's answer by the extension's own mapping.
 *
 * @param mappings of the claims that reach tokens; nothing else does
 */
public record AnsweredClaims(List<ClaimMapping> mappings) {

    /** Returns the types of claims by their keys in the answer, of those that are no strings. */
    public Map<String, ClaimType> types() {
        Map<String, ClaimType> types = new LinkedHashMap<>();
        mappings.stream()
                .filter(mapping -> mapping.type() != null)
                .forEach(mapping -> types.put(mapping.claimIdInApiResponse(), mapping.type()));
        return types;
    }

    /** Returns the keys of the answer that reach tokens. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        mappings.forEach(mapping -> ids.add(mapping.claimIdInApiResponse()));
        return ids;
    }

    /**
     * Returns the claims by their names in what the app gets.
     *
     * @param isPermitted tells whether an app may get a value under a name
     */
    public Map<String, Object> permitted(Map<String, Object> answered, BiPredicate<String, Object> isPermitted) {
        Map<String, Object> permitted = new LinkedHashMap<>();
        for (ClaimMapping mapping : mappings) {
            Object value = answered.get(mapping.claimIdInApiResponse());
            if (value != null && isPermitted.test(mapping.claim(), value)) {
                permitted.put(mapping.claim(), value);
            }
        }
        return permitted;
    }

    /** Returns the first claim that no token may have with the value that was answered. */
    public Optional<String> unsuitable(Map<String, Object> answered) {
        return mappings.stream()
                .filter(mapping -> answered.containsKey(mapping.claimIdInApiResponse()))
                .filter(mapping -> !StandardClaims.suits(mapping.claim(), answered.get(mapping.claimIdInApiResponse())))
                .map(ClaimMapping::claim)
                .findFirst();
    }
}
