package dev.externaltenants.samples.claims;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The API in Java answers each event as the contract wants it. */
class EventAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OldUsers oldUsers = new OldUsers();
    private final Map<String, String> codes = new HashMap<>();
    private final EventAnswers answers = new EventAnswers(oldUsers, codes::put);

    @Test
    void givesClaims() {
        assertThat(action(to(EventCalls.tokenIssuance("dana@contoso.com"))))
                .isEqualTo(EventCalls.json("{'@odata.type':'microsoft.graph.tokenIssuanceStart.provideClaimsForToken',"
                        + "'claims':{'loyaltyTier':'platinum'}}"));
    }

    @Test
    void letsNobodySignUpWithABlockedAddressAndFillsInThePageOfOthers() {
        assertThat(type(to(EventCalls.signUpStart("eve@blocked.example"))))
                .isEqualTo("microsoft.graph.attributeCollectionStart.showBlockPage");
        assertThat(action(to(EventCalls.signUpStart("dana@contoso.com")))
                        .at("/inputs/country")
                        .asText())
                .isEqualTo("NO");
        assertThat(type(to(EventCalls.signUpStart("ada@example.org"))))
                .isEqualTo("microsoft.graph.attributeCollectionStart.continueWithDefaultBehavior");
    }

    @Test
    void refusesANameOfStaffAndTakesSpacesFromOthers() {
        JsonNode refused = action(to(EventCalls.signUpSubmit(" Admin")));

        assertThat(refused.path("@odata.type").asText())
                .isEqualTo("microsoft.graph.attributeCollectionSubmit.showValidationError");
        assertThat(refused.at("/attributeErrors/displayName").asText()).isNotBlank();
        assertThat(action(to(EventCalls.signUpSubmit(" Ada")))
                        .at("/attributes/displayName")
                        .asText())
                .isEqualTo("Ada");
        assertThat(type(to(EventCalls.signUpSubmit("Ada"))))
                .isEqualTo("microsoft.graph.attributeCollectionSubmit.continueWithDefaultBehavior");
    }

    @Test
    void takesCodes() {
        assertThat(type(to(EventCalls.code("ada@example.org", "12345678"))))
                .isEqualTo("microsoft.graph.OtpSend.continueWithDefaultBehavior");
        assertThat(codes).containsEntry("ada@example.org", "12345678");
    }

    @Test
    void knowsThePasswordsOfOldUsersAndReturnsTheNonce() {
        oldUsers.add("ada@example.org", "Old-Secret-7");

        JsonNode right = to(EventCalls.password(oldUsers.encryptionKey(), "ada@example.org", "Old-Secret-7", "n-1"));
        JsonNode wrong = to(EventCalls.password(oldUsers.encryptionKey(), "ada@example.org", "old-secret-7", "n-2"));

        assertThat(type(right)).isEqualTo("microsoft.graph.passwordSubmit.MigratePassword");
        assertThat(right.at("/data/nonce").asText()).isEqualTo("n-1");
        assertThat(type(wrong)).isEqualTo("microsoft.graph.passwordSubmit.Retry");
        assertThat(wrong.at("/data/nonce").asText()).isEqualTo("n-2");
    }

    @Test
    void knowsNoOtherEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers.to(EventCalls.json("{'type':'microsoft.graph.authenticationEvent.other'}")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers.to(EventCalls.json(
                        "{'type':'x.passwordSubmit','data':{'encryptedPasswordContext':'a.b.c.d.e'}}")));
    }

    private JsonNode to(JsonNode call) {
        return JSON.valueToTree(answers.to(call));
    }

    private static JsonNode action(JsonNode answer) {
        return answer.at("/data/actions/0");
    }

    private static String type(JsonNode answer) {
        return action(answer).path("@odata.type").asText();
    }
}
