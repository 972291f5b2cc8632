package dev.externaltenants.claimsextension;

import dev.externaltenants.claimsextension.CallerAuthentication.Means;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallerAuthenticationRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'BEARER'}",
                "{'type':'BEARER','issuer':'https://id.example.org/x','appId':'11111111-2222-3333-4444-555555555555'}",
                "{'type':'HMAC','secret':'sixteen-or-more-letters'}",
                "{'type':'HMAC','header':'X-Shop-Signature','secret':'${vault.extension-hmac}'}",
                "{'type':'OAUTH2_CLIENT_CREDENTIALS','tokenEndpoint':'https://id.example.org/token','clientId':'us',"
                        + "'scope':'claims','secret':'s'}"
            })
    void accepts(String json) {
        assertThatCode(() -> check(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"{}\", authentication.type",
                "\"{'type':'BEARER','secret':'s'}\", authentication.secret",
                "\"{'type':'BEARER','issuer':'contoso'}\", authentication.issuer",
                "\"{'type':'BEARER','appId':'shop'}\", authentication.appId",
                "\"{'type':'BEARER','scope':'a'}\", authentication.scope",
                "\"{'type':'MTLS','secret':'k'}\", authentication.certificate",
                "\"{'type':'MTLS','certificate':'c','secret':'k'}\", authentication.certificate",
                "\"{'type':'BEARER','certificate':'c'}\", authentication.certificate",
                "\"{'type':'HMAC'}\", authentication.secret",
                "\"{'type':'HMAC','secret':'short'}\", authentication.secret",
                "\"{'type':'HMAC','secret':'${vault.smtp-password-of-all}'}\", authentication.secret",
                "\"{'type':'HMAC','header':'Host','secret':'sixteen-or-more-letters'}\", authentication.header",
                "\"{'type':'HMAC','clientId':'us','secret':'sixteen-or-more-letters'}\", authentication.clientId",
                "\"{'type':'OAUTH2_CLIENT_CREDENTIALS','tokenEndpoint':'https://a.b/','secret':'s'}\","
                        + " authentication.clientId",
                "\"{'type':'OAUTH2_CLIENT_CREDENTIALS','tokenEndpoint':'https://10.0.0.1/','clientId':'a',"
                        + "'secret':'s'}\", authentication.tokenEndpoint"
            })
    void refusesNamingTheMember(String json, String field) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> check(json))
                .extracting(TenantException::field)
                .isEqualTo(field);
    }

    @Test
    void neverWritesASecretButWhereInTheVaultOneIs() {
        CallerAuthentication plain = new CallerAuthentication(
                Means.HMAC, null, null, null, null, null, null, null, "sixteen-or-more-letters");

        assertThat(Json.write(plain)).isEqualTo("{\"type\":\"HMAC\",\"secret\":\"**********\"}");
        assertThat(plain.toString()).doesNotContain("letters");
        assertThat(Json.write(plain.withSecret("${vault.extension-hmac}"))).contains("${vault.extension-hmac}");
        assertThat(Json.write(plain.withSecret(null))).doesNotContain("secret");
    }

    private static void check(String json) {
        CallerAuthentication given = Json.read(json.replace('\'', '"'), CallerAuthentication.class);
        new ExtensionRules(AllowedHosts.of()).check(Extensions.provenBy(given));
    }
}
