package dev.externaltenants.claimsextension.callout;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.claimsextension.Extensions;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalloutBodyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void isEntrasDocument() throws IOException {
        CalloutRequest request = Requests.to(Extensions.calling("https://api.example.org", 1000, 1));

        JsonNode payload = MAPPER.readTree(CalloutBody.of(request, new TokenIssuanceStart(Map.of(), answered -> true)));

        assertThat(payload.toPrettyString())
                .isEqualTo(MAPPER.readTree(getClass().getResourceAsStream("/token-issuance-start.json"))
                        .toPrettyString());
    }

    @Test
    void leavesOutWhatTheCustomerDoesNotHave() throws IOException {
        CalloutRequest full = Requests.to(Extensions.calling("https://api.example.org", 1000, 1));
        CalloutRequest bare = new CalloutRequest(
                full.tenantId(),
                full.issuer(),
                full.listenerId(),
                full.extension(),
                full.correlationId(),
                null,
                full.locale(),
                null,
                full.client(),
                full.resource(),
                new CalloutRequest.User("id", "name", null, null, null, null, null, null, null));

        JsonNode context = MAPPER.readTree(CalloutBody.of(bare, new TokenIssuanceStart(Map.of(), answered -> true)))
                .at("/data/authenticationContext");

        assertThat(context.get("user").toString())
                .isEqualTo("{\"id\":\"id\",\"userPrincipalName\":\"name\",\"userType\":\"Member\"}");
        assertThat(context.get("client").has("ip")).isFalse();
    }
}
