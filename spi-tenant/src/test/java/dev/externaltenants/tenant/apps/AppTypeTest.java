package dev.externaltenants.tenant.apps;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;

import static org.assertj.core.api.Assertions.assertThat;

class AppTypeTest {

    @Test
    void isWhatIsStored() {
        assertThat(AppType.of(client(Map.of("getAttribute", "native-auth")))).isEqualTo(AppType.NATIVE_AUTH);
    }

    @ParameterizedTest
    @CsvSource({
        "isPublicClient isStandardFlowEnabled, https://shop.example/*,     spa",
        "isPublicClient isStandardFlowEnabled, /shop/*,                    spa",
        "isPublicClient isStandardFlowEnabled, com.example.shop:/callback, mobile",
        "isPublicClient isStandardFlowEnabled, ,                           spa",
        "isStandardFlowEnabled isServiceAccountsEnabled, ,                 web",
        "isServiceAccountsEnabled, ,                                       daemon",
        "isBearerOnly isStandardFlowEnabled, ,                             api",
        "none, ,                                                           api",
        "isDirectAccessGrantsEnabled, ,                                    other",
        "isPublicClient isImplicitFlowEnabled, ,                           other"
    })
    void isElseWhatTheSettingsAmountTo(String settings, String redirectUri, String type) {
        ClientModel client = client(Map.of(
                "settings",
                Set.of(settings.split(" ", -1)),
                "getRedirectUris",
                redirectUri == null ? Set.of() : Set.of(redirectUri)));

        assertThat(AppType.of(client)).hasToString(type);
    }

    @Test
    void aClientOfAnotherProtocolIsNone() {
        assertThat(AppType.of(client(Map.of("getProtocol", "saml", "settings", Set.of("isStandardFlowEnabled")))))
                .isEqualTo(AppType.OTHER);
    }

    /** Stands in for a client that answers these, and no to every setting that is not named. */
    private static ClientModel client(Map<String, Object> answers) {
        return (ClientModel) Proxy.newProxyInstance(
                ClientModel.class.getClassLoader(), new Class<?>[] {ClientModel.class}, (self, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return ((Set<?>) answers.getOrDefault("settings", Set.of())).contains(method.getName());
                    }
                    return answers.get(method.getName());
                });
    }
}
