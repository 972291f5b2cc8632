package dev.externaltenants.customattributes.claims;

import java.util.List;
import java.util.Objects;

/**
 * A claim in the tokens of an app, or an attribute in the assertions of one that speaks SAML.
 *
 * @param claim its name there
 * @param attribute whose value it carries: a built-in attribute by Entra's name, or a custom one
 * @param tokens what has it; null stands for all of them, also when all of them are named
 * @param values what form it has; null stands for the usual one of the attribute's type
 */
public record ApplicationClaim(String claim, String attribute, List<ClaimToken> tokens, ClaimValues values) {

    public ApplicationClaim {
        if (tokens != null && tokens.stream().noneMatch(Objects::isNull)) {
            tokens = tokens.stream().distinct().sorted().toList();
            tokens = tokens.size() == ClaimToken.values().length ? null : tokens;
        }
    }

    public ApplicationClaim(String claim, String attribute) {
        this(claim, attribute, null, null);
    }

    boolean isIn(ClaimToken token) {
        return tokens == null || tokens.contains(token);
    }
}
