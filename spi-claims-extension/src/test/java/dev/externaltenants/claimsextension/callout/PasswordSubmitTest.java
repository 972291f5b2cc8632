package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.contract.PasswordSubmit;
import dev.externaltenants.claimsextension.contract.PasswordSubmit.Action;
import dev.externaltenants.claimsextension.contract.PasswordSubmit.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordSubmitTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NONCE = "60000000-0000-0000-0000-000000000006";

    private final PasswordSubmit contract = new PasswordSubmit("a.b.c.d.e", NONCE);

    @Test
    void isEntrasDocument() throws IOException {
        CalloutRequest full = Requests.to(Extensions.calling("https://api.example.org", 1000, 1));
        CalloutRequest request = new CalloutRequest(
                full.tenantId(),
                full.issuer(),
                full.listenerId(),
                full.extension(),
                full.correlationId(),
                full.ip(),
                full.locale(),
                null,
                full.client(),
                null,
                full.user());

        JsonNode body = MAPPER.readTree(CalloutBody.of(request, contract));

        assertThat(body.toPrettyString())
                .isEqualTo(MAPPER.readTree(getClass().getResourceAsStream("/password-submit.json"))
                        .toPrettyString());
    }

    @ParameterizedTest
    @CsvSource({
        "microsoft.graph.passwordSubmit.MigratePassword, MIGRATE",
        "microsoft.graph.passwordsubmit.migratePassword, MIGRATE",
        "Microsoft.Graph.PasswordSubmit.UpdatePassword, UPDATE",
        "microsoft.graph.passwordsubmit.Retry, RETRY",
        "microsoft.graph.passwordSubmit.Block, BLOCK"
    })
    void readsActionsInAnyCase(String type, Action action) throws CalloutException {
        assertThat(read(answer(type, "", NONCE))).isEqualTo(new Answer(action, null, null));
    }

    @Test
    void readsTheWordsOfABlock() throws CalloutException {
        String members = ",\"title\":\"Closed\",\"message\":\"Write to us.\"";

        assertThat(read(answer("microsoft.graph.passwordSubmit.Block", members, NONCE)))
                .isEqualTo(new Answer(Action.BLOCK, "Closed", "Write to us."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    1003003 | microsoft.graph.passwordSubmit.Retry | '' | other
                    1003003 | microsoft.graph.passwordSubmit.Retry | '' | none
                    1003003 | microsoft.graph.passwordSubmit.Block | ',"title":1' | 60000000-0000-0000-0000-000000000006
                    1003012 | microsoft.graph.passwordSubmit.Other | '' | 60000000-0000-0000-0000-000000000006
                    1003012 | microsoft.graph.otpSend.Retry        | '' | 60000000-0000-0000-0000-000000000006
                    """)
    void namesWhatIsWrongByEntrasNumber(int code, String type, String members, String nonce) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> read(answer(type, members, nonce)))
                .satisfies(e -> assertThat(e.error().code()).isEqualTo(code));
    }

    private Answer read(String body) throws CalloutException {
        return contract.read(CalloutAnswer.read(contract.event(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String answer(String type, String members, String nonce) {
        return "{\"data\":{\"@odata.type\":\"microsoft.graph.onPasswordSubmitResponseData\",\"actions\":[{\"@odata.type\":\""
                + type + "\"" + members + "}]" + (nonce == null ? "" : ",\"nonce\":\"" + nonce + "\"") + "}}";
    }
}
