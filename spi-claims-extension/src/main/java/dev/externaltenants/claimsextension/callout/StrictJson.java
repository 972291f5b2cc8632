package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
        if (!isOfPlainText(json)) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY);
        }
        return json;
    }

    /** What escapes can say in JSON and no database, and no UTF-8, can: the character zero, and half a character. */
    private static boolean isOfPlainText(JsonNode json) {
        boolean isPlain = !json.isTextual() || isPlainText(json.textValue());
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            isPlain &= isPlainText(member.getKey());
        }
        for (JsonNode child : json) {
            isPlain &= isOfPlainText(child);
        }
        return isPlain;
    }

    private static boolean isPlainText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    /** Strictly, where a JSON parser would guess the encoding and replace what it cannot read. */
    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
