package dev.externaltenants.claimsextension.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.AnswerPath;
import dev.externaltenants.claimsextension.callout.CalloutException;
import dev.externaltenants.customattributes.hook.BlockPage;

/** What an answer says to customers: plain text, and no need to say anything, for our pages have words of their own. */
final class Texts {

    private Texts() {}

    static BlockPage blockPage(JsonNode action) throws CalloutException {
        return new BlockPage(ofAction(action, "title"), ofAction(action, "message"));
    }

    /** Returns the text of a member of the action, or null where it says nothing. */
    static String ofAction(JsonNode action, String member) throws CalloutException {
        return orNull(action.path(member), AnswerPath.of(AnswerPath.ACTION, member));
    }

    /** @param at where it stands in the answer */
    static String orNull(JsonNode text, String at) throws CalloutException {
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw CalloutException.invalidBody(at);
        }
        return text.textValue().isBlank() ? null : text.textValue();
    }
}
