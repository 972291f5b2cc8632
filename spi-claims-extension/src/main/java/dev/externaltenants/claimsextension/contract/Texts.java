package dev.externaltenants.claimsextension.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.customattributes.hook.BlockPage;

/** What an answer says to customers: plain text, and no need to say anything, for our pages have words of their own. */
final class Texts {

    private Texts() {}

    static BlockPage blockPage(JsonNode action) throws CalloutException {
        return new BlockPage(orNull(action.path("title")), orNull(action.path("message")));
    }

    static String orNull(JsonNode text) throws CalloutException {
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw CalloutException.lasting(CalloutError.INVALID_BODY);
        }
        return text.textValue().isBlank() ? null : text.textValue();
    }
}
