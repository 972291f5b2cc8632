package dev.externaltenants.emailotp.sender;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailServerTest {

    private static final Map<String, String> SETTINGS =
            Map.of("host", "mail.example.com", "port", "587", "user", "contoso", "password", "secret", "from", "a@b.c");

    @Test
    void isTheSameServerForRealmsThatSendFromOtherAddresses() {
        assertThat(with("from", "d@e.f")).isEqualTo(MailServer.of(SETTINGS));
    }

    @Test
    void isAnotherServerForARealmWithAnotherPassword() {
        assertThat(with("password", "wrong")).isNotEqualTo(MailServer.of(SETTINGS));
    }

    @Test
    void namesTheServerAndNoSecret() {
        assertThat(MailServer.of(SETTINGS).name()).isEqualTo("mail.example.com:587");
        assertThat(MailServer.of(SETTINGS).toString()).doesNotContain("secret");
    }

    private static MailServer with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(setting, value);
        return MailServer.of(settings);
    }
}
