package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads what strangers send: flat, in UTF-8, with one meaning only. */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(10).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Of two members of one name others may read the other one.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private StrictJson() {}

    static JsonNode read(byte[] body) throws CalloutException {
        JsonNode json;
        try {
            json = MAPPER.readTree(text(body));
        } catch (IOException e) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY, e);
        }
        if (json.isMissingNode() || json.isNull()) {
            throw CalloutException.lasting(CalloutError.EMPTY_RESPONSE);
        }
        return json;
    }

    /** Strictly, where a JSON parser would guess the encoding and replace what it cannot read. */
    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
