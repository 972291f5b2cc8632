package dev.externaltenants.claimsextension.callout;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.userflow.AuthenticationEvent;

/**
 * An answer of the form that all events share: data of the event's type, with exactly one action.
 *
 * @param action its name without what all actions of the event begin with, in lower case: Microsoft's own pages and samples
 *     differ in the case of these names
 * @param members of the action
 * @param data what the action is in
 */
public record CalloutAnswer(String action, JsonNode members, JsonNode data) {

    private static final String TYPE = "@odata.type";

    /** @throws CalloutException when the answer is not of that form */
    static CalloutAnswer read(AuthenticationEvent event, byte[] body) throws CalloutException {
        EventNames names = EventNames.of(event);
        JsonNode data = StrictJson.read(body).path(AnswerPath.DATA);
        if (!data.isObject()) {
            throw CalloutException.invalidBody(AnswerPath.DATA);
        }
        if (!names.answerData().equalsIgnoreCase(type(data))) {
            throw CalloutException.invalidBody(AnswerPath.of(AnswerPath.DATA, TYPE));
        }
        JsonNode actions = data.path("actions");
        if (actions.size() != 1 || !actions.isArray()) {
            throw CalloutException.lasting(CalloutError.INVALID_NUMBER_OF_ACTIONS);
        }
        JsonNode action = actions.get(0);
        String type = type(action);
        String prefix = names.actionPrefix();
        if (type == null || !type.regionMatches(true, 0, prefix, 0, prefix.length())) {
            throw CalloutException.lasting(CalloutError.INVALID_ACTION_TYPE);
        }
        return new CalloutAnswer(type.substring(prefix.length()).toLowerCase(Locale.ROOT), action, data);
    }

    private static String type(JsonNode node) {
        return node.path(TYPE).textValue();
    }
}
