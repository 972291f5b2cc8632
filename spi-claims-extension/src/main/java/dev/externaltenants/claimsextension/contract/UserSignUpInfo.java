package dev.externaltenants.claimsextension.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.callout.AnswerPath;
import dev.externaltenants.claimsextension.callout.CalloutException;

/**
 * Who signs up, and with what: the member that both events of attribute collection have. There is no password in it.
 *
 * @param attributes what the user flow collects, in page order
 */
public record UserSignUpInfo(List<SignUpAttribute> attributes, List<Identity> identities) {

    /**
     * By what the customer is known.
     *
     * @param signInType {@code email} or {@code federated}
     * @param issuer who says so
     * @param issuerAssignedId whom the issuer means
     */
    public record Identity(String signInType, String issuer, String issuerAssignedId) {

        Map<String, Object> member() {
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("signInType", signInType);
            member.put("issuer", issuer);
            member.put("issuerAssignedId", issuerAssignedId);
            return member;
        }
    }

    public UserSignUpInfo {
        attributes = List.copyOf(attributes);
        identities = List.copyOf(identities);
    }

    Map<String, Object> data() {
        Map<String, Object> ofAttributes = new LinkedHashMap<>();
        attributes.forEach(attribute -> ofAttributes.put(attribute.wireName(), attribute.member()));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("attributes", ofAttributes);
        info.put("identities", identities.stream().map(Identity::member).toList());
        return Map.of("userSignUpInfo", info);
    }

    /** Returns whom the first identity means, or null where there is none. */
    String subject() {
        return identities.isEmpty() ? null : identities.get(0).issuerAssignedId();
    }

    /** Returns the values that a member of an answer's action gives attributes, by catalogue name. What is not collected cannot be added. */
    Map<String, List<String>> values(JsonNode action, String member) throws CalloutException {
        JsonNode answered = action.path(member);
        String at = AnswerPath.of(AnswerPath.ACTION, member);
        if (!answered.isObject()) {
            throw CalloutException.invalidBody(at);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : answered.properties()) {
            Optional<SignUpAttribute> attribute = called(one.getKey());
            if (attribute.isPresent()) {
                values.put(
                        attribute.get().name(), attribute.get().read(one.getValue(), AnswerPath.of(at, one.getKey())));
            }
        }
        return values;
    }

    /** Returns the texts that a member of an answer's action has for attributes, by catalogue name. */
    Map<String, String> texts(JsonNode action, String member) throws CalloutException {
        JsonNode answered = action.path(member);
        String at = AnswerPath.of(AnswerPath.ACTION, member);
        if (answered.isMissingNode() || answered.isNull()) {
            return Map.of();
        }
        if (!answered.isObject()) {
            throw CalloutException.invalidBody(at);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : answered.properties()) {
            Optional<SignUpAttribute> attribute = called(one.getKey());
            String text = Texts.orNull(one.getValue(), AnswerPath.of(at, one.getKey()));
            if (attribute.isPresent() && text != null) {
                texts.put(attribute.get().name(), text);
            }
        }
        return texts;
    }

    private Optional<SignUpAttribute> called(String answered) {
        return attributes.stream()
                .filter(attribute -> attribute.isCalled(answered))
                .findFirst();
    }

    /** Tells nothing of the customer, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "UserSignUpInfo[]";
    }
}
