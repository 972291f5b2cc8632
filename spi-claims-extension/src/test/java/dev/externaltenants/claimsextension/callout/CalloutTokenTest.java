package dev.externaltenants.claimsextension.callout;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.Extensions;
import org.junit.jupiter.api.Test;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.util.JsonSerialization;

import static org.assertj.core.api.Assertions.assertThat;

class CalloutTokenTest {

    private final CalloutToken token =
            CalloutToken.of(Requests.to(Extensions.calling("https://api.example.org", 1000, 1)));

    @Test
    void saysWhatFunctionsWrittenForEntraCheck() throws IOException {
        JsonNode claims = JsonSerialization.mapper.readTree(JsonSerialization.writeValueAsBytes(token));

        assertThat(claims.get("iss").asText()).isEqualTo("https://login.example.org/realms/contoso");
        assertThat(claims.get("aud").asText()).isEqualTo("api://api.example.org/" + Extensions.ID);
        assertThat(claims.get("azp").asText()).isEqualTo("99045fe1-7639-4a75-9d4a-577b6ca3810f");
        assertThat(claims.get("appid").asText()).isEqualTo("99045fe1-7639-4a75-9d4a-577b6ca3810f");
        assertThat(claims.get("sub").asText()).isEqualTo("99045fe1-7639-4a75-9d4a-577b6ca3810f");
        assertThat(claims.get("tid").asText()).isEqualTo("30000000-0000-0000-0000-000000000003");
        assertThat(claims.get("ver").asText()).isEqualTo("2.0");
        assertThat(claims.get("jti").asText()).hasSize(36);
    }

    @Test
    void livesFiveMinutes() {
        assertThat(token.getExp()).isEqualTo(token.getIat() + 300).isGreaterThan(Time.currentTimeSeconds());
        assertThat(token.getNbf()).isEqualTo(token.getIat());
    }

    @Test
    void isSignedWithThePublicKeyOfTheRealmAndIsNoBearerTokenOfKeycloak() {
        assertThat(token.getCategory()).isEqualTo(TokenCategory.ADMIN);
        assertThat(token.getType()).isEqualTo("Callout");
    }

    @Test
    void namesAnotherIssuerAndCallerWhereTheExtensionSaysSo() {
        CalloutToken other = CalloutToken.of(Requests.to(Extensions.provenBy(new CallerAuthentication(
                CallerAuthentication.Means.BEARER,
                "https://login.internal/contoso",
                "11111111-2222-3333-4444-555555555555",
                null,
                null,
                null,
                null,
                null,
                null))));

        assertThat(other.getIssuer()).isEqualTo("https://login.internal/contoso");
        assertThat(other.getIssuedFor()).isEqualTo("11111111-2222-3333-4444-555555555555");
        assertThat(other.getOtherClaims()).containsEntry("appid", "11111111-2222-3333-4444-555555555555");
        assertThat(other.getSubject())
                .as("whoever believes the realm's tokens must not take it for somebody's")
                .isEqualTo("99045fe1-7639-4a75-9d4a-577b6ca3810f");
    }
}
