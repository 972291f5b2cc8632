package dev.externaltenants.samples.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What the shop's API says at each of the five events that a tenant asks it at, in the terms of Entra's contract. */
final class EventAnswers {

    private static final String GRAPH = "microsoft.graph.";
    private static final List<String> NAMES_OF_STAFF = List.of("admin", "support");

    private final OldUsers oldUsers;
    private final CodeGateway codes;

    EventAnswers(OldUsers oldUsers, CodeGateway codes) {
        this.oldUsers = oldUsers;
        this.codes = codes;
    }

    /** @throws IllegalArgumentException when it is not an event that is known here */
    Map<String, Object> to(JsonNode call) {
        String type = call.path("type").asText();
        JsonNode data = call.path("data");
        return switch (type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "tokenissuancestart" -> claims(loyalty(data));
            case "attributecollectionstart" -> atStart(data.path("userSignUpInfo"));
            case "attributecollectionsubmit" ->
                atSubmit(data.path("userSignUpInfo").path("attributes"));
            case "emailotpsend" -> toCode(data.path("otpContext"));
            case "passwordsubmit" ->
                toPassword(data.path("encryptedPasswordContext").asText());
            default -> throw new IllegalArgumentException("No event of that type");
        };
    }

    static Map<String, Object> claims(Map<String, Object> claims) {
        return answer(
                "onTokenIssuanceStart", "tokenIssuanceStart.provideClaimsForToken", Map.of("claims", claims), Map.of());
    }

    private static Map<String, Object> loyalty(JsonNode data) {
        String mail = data.at("/authenticationContext/user/mail").asText();
        return Map.of("loyaltyTier", isOfContoso(mail) ? "platinum" : "gold");
    }

    private static Map<String, Object> atStart(JsonNode signUp) {
        String address = signUp.at("/identities/0/issuerAssignedId").asText();
        if (address.endsWith("@blocked.example")) {
            return answer(
                    "onAttributeCollectionStart",
                    "attributeCollectionStart.showBlockPage",
                    Map.of("title", "Not here", "message", "Please use another address."),
                    Map.of());
        }
        return isOfContoso(address)
                ? answer(
                        "onAttributeCollectionStart",
                        "attributeCollectionStart.setPrefillValues",
                        Map.of("inputs", Map.of("country", "NO")),
                        Map.of())
                : goOn("onAttributeCollectionStart", "attributeCollectionStart");
    }

    private static Map<String, Object> atSubmit(JsonNode attributes) {
        String name = attributes.at("/displayName/value").asText();
        if (NAMES_OF_STAFF.contains(name.strip().toLowerCase(Locale.ROOT))) {
            return answer(
                    "onAttributeCollectionSubmit",
                    "attributeCollectionSubmit.showValidationError",
                    Map.of(
                            "message",
                            "Please choose another name.",
                            "attributeErrors",
                            Map.of("displayName", "This name is for our staff.")),
                    Map.of());
        }
        return name.equals(name.strip())
                ? goOn("onAttributeCollectionSubmit", "attributeCollectionSubmit")
                : answer(
                        "onAttributeCollectionSubmit",
                        "attributeCollectionSubmit.modifyAttributeValues",
                        Map.of("attributes", Map.of("displayName", name.strip())),
                        Map.of());
    }

    private Map<String, Object> toCode(JsonNode otp) {
        codes.send(otp.path("identifier").asText(), otp.path("oneTimeCode").asText());
        return goOn("OnOtpSend", "OtpSend");
    }

    private Map<String, Object> toPassword(String encrypted) {
        SubmittedPassword submitted = oldUsers.decrypted(encrypted);
        String action = oldUsers.knows(submitted.username(), submitted.password()) ? "MigratePassword" : "Retry";
        // the nonce proves that the password was read; without it the answer counts for nothing
        return answer("onPasswordSubmit", "passwordSubmit." + action, Map.of(), Map.of("nonce", submitted.nonce()));
    }

    private static boolean isOfContoso(String address) {
        return address.endsWith("@contoso.com");
    }

    private static Map<String, Object> goOn(String event, String actions) {
        return answer(event, actions + ".continueWithDefaultBehavior", Map.of(), Map.of());
    }

    private static Map<String, Object> answer(
            String event, String action, Map<String, Object> members, Map<String, Object> beside) {
        Map<String, Object> whole = new HashMap<>(members);
        whole.put("@odata.type", GRAPH + action);
        Map<String, Object> data = new HashMap<>(beside);
        data.put("@odata.type", GRAPH + event + "ResponseData");
        data.put("actions", List.of(whole));
        return Map.of("data", data);
    }
}
