package dev.externaltenants.tests;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.AzureFunction;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample for Azure Functions, run as delivered, answers a tenant's calls at all five events. */
@Tag("any-database")
final class AzureFunctionTest {

    private static final String AUDIENCE = "api://functions.contoso.example/extension";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("functions", MAIL);

    @TempDir
    static Path folder;

    private static AzureFunction function;
    private static String extension;

    @BeforeAll
    static void register() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        function = new AzureFunction(
                folder,
                Map.of(
                        "XT_ISSUER",
                        TENANT.issuer(),
                        "XT_AUDIENCE",
                        AUDIENCE,
                        "XT_PRIVATE_KEY",
                        pem("PRIVATE KEY", keys.getPrivate().getEncoded())));
        extension = TENANT.admin()
                .post(
                        TENANT.path("/custom-extensions"),
                        Map.of(
                                "name",
                                "function",
                                "targetUrl",
                                function.url().toString(),
                                "resourceId",
                                AUDIENCE,
                                "timeoutInMilliseconds",
                                2000,
                                "claims",
                                List.of(Map.of("claimIdInApiResponse", "loyaltyTier")),
                                "encryptionKey",
                                Map.of(
                                        "keyId",
                                        "1",
                                        "publicKey",
                                        pem("PUBLIC KEY", keys.getPublic().getEncoded()))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() {
        if (function != null) {
            function.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "onTokenIssuanceStart, provideClaimsForToken",
        "onAttributeCollectionStart, continueWithDefaultBehavior",
        "onAttributeCollectionSubmit, continueWithDefaultBehavior",
        "onOtpSend, continueWithDefaultBehavior",
        "onPasswordSubmit, Retry"
    })
    void theTenantUnderstandsItAtEachEvent(String event, String action) {
        JsonNode report = TENANT.admin()
                .post(TENANT.path("/custom-extensions/" + extension + "/test"), Map.of("event", event))
                .expect(200)
                .json();

        assertThat(report.at("/verdict/outcome").asText()).as(report.toString()).isEqualTo("ANSWERED");
        assertThat(report.at("/verdict/action").asText()).isEqualToIgnoringCase(action);
    }

    @Test
    void itAnswersNobodyElse() throws Exception {
        HttpRequest call = HttpRequest.newBuilder(function.url())
                .header("Authorization", "Bearer e30.e30.e30")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(call, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private static String pem(String type, byte[] key) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + type
                + "-----\n";
    }
}
