package dev.externaltenants.tenant.apps;

import java.util.List;

import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;

import static dev.externaltenants.tenant.apps.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

class RegisteredApplicationTest {

    private final Application shop =
            app("{'clientId':'shop','type':'web','redirectUris':['https://shop.example/callback']}");

    @Test
    void isTheAppWithItsSecretBesideIt() {
        String json = Json.write(new RegisteredApplication(
                shop,
                "s3cret",
                new AppSetup("https://id.example/realms/a", "https://id.example/realms/a/x", List.of())));

        assertThat(json)
                .contains("\"clientId\":\"shop\"")
                .contains("\"type\":\"web\"")
                .contains("\"secret\":\"s3cret\"")
                .contains("\"authority\":\"https://id.example/realms/a\"")
                .doesNotContain("\"application\"");
    }

    @Test
    void whatIsReadMayBeSentBack() {
        assertThat(Json.read(Json.write(shop), Application.class)).isEqualTo(shop);
    }

    @Test
    void theVersionChangesWithEveryField() {
        assertThat(ETag.of(shop))
                .isEqualTo(ETag.of(Json.read(Json.write(shop), Application.class)))
                .isNotEqualTo(ETag.of(shop.withUserFlow("other")));
    }
}
