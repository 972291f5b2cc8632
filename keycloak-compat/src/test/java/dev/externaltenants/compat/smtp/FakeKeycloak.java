package dev.externaltenants.compat.smtp;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.truststore.TruststoreProvider;
import org.keycloak.truststore.TruststoreProviderFactory;
import org.keycloak.vault.VaultStringSecret;
import org.keycloak.vault.VaultTranscriber;

/** As much of a Keycloak session as sending mail asks for. */
final class FakeKeycloak {

    private FakeKeycloak() {}

    static KeycloakSession session() {
        DefaultEmailSenderProviderFactory keycloaks = new DefaultEmailSenderProviderFactory();
        keycloaks.init(null);
        return session(keycloaks);
    }

    static KeycloakSession session(EmailSenderProviderFactory sender) {
        TruststoreProviderFactory noTruststore = of(TruststoreProviderFactory.class, Map.of());
        KeycloakSessionFactory factory = KeycloakSessionFactory.class.cast(Proxy.newProxyInstance(
                FakeKeycloak.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (self, method, arguments) -> arguments[0] == TruststoreProvider.class ? noTruststore : sender));
        VaultStringSecret notInVault = of(VaultStringSecret.class, Map.of("get", Optional.empty()));
        VaultTranscriber vault = of(VaultTranscriber.class, Map.of("getStringSecret", notInVault));
        return of(KeycloakSession.class, Map.of("getKeycloakSessionFactory", factory, "vault", vault));
    }

    private static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                FakeKeycloak.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
