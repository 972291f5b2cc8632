package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads Entra's answer to token issuance start, which has one action: provide claims for the token. */
final class ProvideClaimsAnswer {

    /** Keys and values together. Source: Entra limits. */
    private static final int MAX_CLAIMS_BYTES = 3 * 1024;

    private static final String DATA_TYPE = "microsoft.graph.onTokenIssuanceStartResponseData";
    private static final String ACTION_TYPE = "microsoft.graph.tokenIssuanceStart.provideClaimsForToken";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(10).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProvideClaimsAnswer() {}

    static Map<String, Object> read(byte[] body) throws CalloutException {
        JsonNode data = parse(body).path("data");
        if (!data.isObject() || !isType(data, DATA_TYPE)) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY);
        }
        JsonNode actions = data.path("actions");
        if (actions.size() != 1 || !actions.isArray()) {
            throw CalloutException.lasting(CalloutError.INVALID_NUMBER_OF_ACTIONS);
        }
        if (!isType(actions.get(0), ACTION_TYPE)) {
            throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        }
        return claims(actions.get(0).path("claims"));
    }

    private static JsonNode parse(byte[] body) throws CalloutException {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(body);
        } catch (IOException e) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY, e);
        }
        if (answer.isMissingNode() || answer.isNull()) {
            throw CalloutException.lasting(CalloutError.EMPTY_RESPONSE);
        }
        return answer;
    }

    // Microsoft's own pages and samples differ in the case of these names.
    private static boolean isType(JsonNode node, String type) {
        return type.equalsIgnoreCase(node.path("@odata.type").textValue());
    }

    private static Map<String, Object> claims(JsonNode node) throws CalloutException {
        if (node.isMissingNode() || node.isNull()) {
            throw CalloutException.lasting(CalloutError.NULL_CLAIMS);
        }
        if (!node.isObject()) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, JsonNode> claim : node.properties()) {
            if (claim.getKey().isBlank()) {
                throw CalloutException.lasting(CalloutError.EMPTY_CLAIM_KEY);
            }
            List<String> values = strings(claim.getValue());
            size += bytes(claim.getKey())
                    + values.stream().mapToInt(ProvideClaimsAnswer::bytes).sum();
            if (size > MAX_CLAIMS_BYTES) {
                throw CalloutException.lasting(CalloutError.CLAIMS_TOO_LARGE);
            }
            claims.put(claim.getKey(), claim.getValue().isTextual() ? values.get(0) : values);
        }
        return claims;
    }

    private static List<String> strings(JsonNode value) throws CalloutException {
        List<String> strings = new ArrayList<>();
        for (JsonNode element : value.isArray() ? value : List.of(value)) {
            if (!element.isTextual()) {
                throw CalloutException.lasting(CalloutError.INVALID_BODY);
            }
            strings.add(element.textValue());
        }
        return List.copyOf(strings);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
