package dev.externaltenants.claimsextension.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.ClaimType;
import dev.externaltenants.claimsextension.callout.AnswerPath;
import dev.externaltenants.claimsextension.callout.CalloutAnswer;
import dev.externaltenants.claimsextension.callout.CalloutContract;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.userflow.AuthenticationEvent;

/** Token issuance start, which has one action: provide claims for the token. Each is a string or a list of strings, or of the type that the extension declares. */
public final class TokenIssuanceStart implements CalloutContract<Map<String, Object>> {

    /** Keys and values together. Source: Entra limits. */
    private static final int MAX_CLAIMS_BYTES = 3 * 1024;

    /** Of all claims together: empty values weigh nothing in bytes, and much in a token. */
    private static final int MAX_VALUES = 500;

    private static final String CLAIMS = "claims";

    private static final String AT = AnswerPath.of(AnswerPath.ACTION, CLAIMS);

    private final Map<String, ClaimType> types;

    private final Predicate<Map<String, Object>> fits;

    /**
     * @param types by their keys in the answer, of the claims that are no strings
     * @param fits tells whether tokens may have claims of these values
     */
    public TokenIssuanceStart(Map<String, ClaimType> types, Predicate<Map<String, Object>> fits) {
        this.types = Map.copyOf(types);
        this.fits = fits;
    }

    @Override
    public AuthenticationEvent event() {
        return AuthenticationEvent.TOKEN_ISSUANCE_START;
    }

    @Override
    public Map<String, Object> read(CalloutAnswer answer) throws CalloutException {
        if (!answer.action().equals("provideclaimsfortoken")) {
            throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        }
        return claims(answer.members().path(CLAIMS));
    }

    private Map<String, Object> claims(JsonNode node) throws CalloutException {
        if (node.isMissingNode() || node.isNull()) {
            throw CalloutException.lasting(CalloutError.NULL_CLAIMS);
        }
        if (!node.isObject()) {
            throw CalloutException.invalidBody(AT);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        int size = 0;
        int count = 0;
        for (Map.Entry<String, JsonNode> claim : node.properties()) {
            if (claim.getKey().isBlank()) {
                throw CalloutException.lasting(CalloutError.EMPTY_CLAIM_KEY);
            }
            List<Object> values = values(claim.getKey(), claim.getValue());
            size += bytes(claim.getKey())
                    + values.stream().mapToInt(TokenIssuanceStart::bytes).sum();
            count += values.size();
            if (size > MAX_CLAIMS_BYTES || count > MAX_VALUES) {
                throw CalloutException.lasting(CalloutError.CLAIMS_TOO_LARGE);
            }
            claims.put(claim.getKey(), claim.getValue().isArray() ? values : values.get(0));
        }
        if (!fits.test(claims)) {
            throw CalloutException.invalidBody(AT);
        }
        return claims;
    }

    private List<Object> values(String key, JsonNode value) throws CalloutException {
        ClaimType type = types.getOrDefault(key, ClaimType.STRING);
        List<Object> values = new ArrayList<>();
        String at = AnswerPath.of(AT, key);
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            String ofElement = value.isArray() ? AnswerPath.of(at, values.size()) : at;
            values.add(type.fitted(element).orElseThrow(() -> CalloutException.invalidBody(ofElement)));
        }
        return List.copyOf(values);
    }

    private static int bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
