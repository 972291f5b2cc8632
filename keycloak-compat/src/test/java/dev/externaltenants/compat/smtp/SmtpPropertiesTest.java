package dev.externaltenants.compat.smtp;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.models.KeycloakSession;

import static org.assertj.core.api.Assertions.assertThat;

/** A setting of a realm means the same here as to Keycloak's own sender; a new one of Keycloak shows as a difference. */
class SmtpPropertiesTest {

    /** See {@code docs/adr/0010}. */
    private static final Set<String> OURS = Set.of(
            "mail.smtp.socketFactory",
            "mail.smtp.socketFactory.fallback",
            "mail.smtp.starttls.required",
            "mail.smtp.quitwait");

    private final KeycloakSession session = FakeKeycloak.session();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "ssl, true",
        "starttls, true",
        "auth, true",
        "authType, token",
        "port, 587",
        "timeout, 1000",
        "connectionTimeout, 2000",
        "writeTimeout, 3000",
        "envelopeFrom, bounce@contoso.example",
        "allowutf8, true",
        "replyTo, help@contoso.example"
    })
    void meansWhatItMeansToKeycloak(String setting, String value) throws Exception {
        Map<String, String> settings = new HashMap<>(
                Map.of("host", "mail.contoso.example", "from", "no-reply@contoso.example", setting, value));
        Properties ours;
        try (Deadline deadline = new Deadline(clock, 60)) {
            ours = SmtpProperties.of(session, settings, deadline);
        }
        ours.keySet().removeAll(OURS);

        assertThat(ours).isEqualTo(keycloaks(settings));
    }

    private Properties keycloaks(Map<String, String> settings) throws ReflectiveOperationException {
        Method build =
                DefaultEmailSenderProvider.class.getDeclaredMethod("buildEmailProperties", Map.class, String.class);
        build.setAccessible(true);
        return (Properties)
                build.invoke(new DefaultEmailSenderProvider(session, Map.of()), settings, settings.get("from"));
    }
}
