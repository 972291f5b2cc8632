package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
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
        } catch (JsonProcessingException e) {
            throw CalloutException.invalidBody(place(e.getLocation()), e);
        } catch (IOException e) {
            throw CalloutException.invalidBody(null, e);
        }
        if (json.isMissingNode() || json.isNull()) {
            throw CalloutException.lasting(CalloutError.EMPTY_RESPONSE);
        }
        requirePlainText("", json);
        return json;
    }

    private static String place(JsonLocation at) {
        return at == null ? null : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** What escapes can say in JSON and no database, and no UTF-8, can: the character zero, and half a character. */
    private static void requirePlainText(String path, JsonNode json) throws CalloutException {
        if (json.isTextual() && !isPlainText(json.textValue())) {
            throw CalloutException.invalidBody(path);
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String at = AnswerPath.of(path, member.getKey());
            if (!isPlainText(member.getKey())) {
                throw CalloutException.invalidBody(at);
            }
            requirePlainText(at, member.getValue());
        }
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                requirePlainText(AnswerPath.of(path, i), json.get(i));
            }
        }
    }

    private static boolean isPlainText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    /** Strictly, where a JSON parser would guess the encoding and replace what it cannot read. */
    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
