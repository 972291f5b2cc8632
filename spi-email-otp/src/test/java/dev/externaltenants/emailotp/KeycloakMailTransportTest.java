package dev.externaltenants.emailotp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeycloakMailTransportTest {

    private final List<String> calls = new ArrayList<>();
    private RealmModel realm = Fake.of(RealmModel.class)
            .answering("getSmtpConfig", none -> {
                calls.add("read settings");
                return Map.of("host", "mail.example.com");
            })
            .make();

    private EmailSenderProvider sender = Fake.of(EmailSenderProvider.class)
            .noting("send", mail -> calls.add("send with " + mail[0]))
            .make();

    @Test
    void talksToTheMailServerOutsideOfAnyTransaction() throws EmailException {
        new KeycloakMailTransport(keycloak()).send(mail());

        assertThat(calls)
                .containsExactly(
                        "begin", "realm", "read settings", "commit", "send with {host=mail.example.com}", "close");
    }

    @Test
    void failsWhenTheRealmIsGone() {
        realm = null;

        assertThatThrownBy(() -> new KeycloakMailTransport(keycloak()).send(mail()))
                .isInstanceOf(EmailException.class);
        assertThat(calls).endsWith("close");
    }

    @Test
    void tellsThatTheRealmHasNoMailServer() {
        realm = Fake.of(RealmModel.class).returning("getSmtpConfig", Map.of()).make();
        sender = Fake.of(EmailSenderProvider.class)
                .answering("send", mail -> {
                    throw new IllegalStateException("Of a sender without settings");
                })
                .make();

        assertThatThrownBy(() -> new KeycloakMailTransport(keycloak()).send(mail()))
                .satisfies(failure -> assertThat(RootCause.kind(failure)).isEqualTo("the realm has no mail server"));
    }

    private static ReadyMail mail() {
        Tenant tenant = new Tenant();
        tenant.sent(ANNA);
        return tenant.lastMail();
    }

    private KeycloakSessionFactory keycloak() {
        KeycloakSession session = Fake.of(KeycloakSession.class)
                .returning(
                        "getTransactionManager",
                        Fake.of(KeycloakTransactionManager.class)
                                .noting("begin", none -> calls.add("begin"))
                                .noting("commit", none -> calls.add("commit"))
                                .make())
                .returning(
                        "realms",
                        Fake.of(RealmProvider.class)
                                .returning("getRealm", realm)
                                .make())
                .returning(
                        "getContext",
                        Fake.of(KeycloakContext.class)
                                .noting("setRealm", set -> calls.add("realm"))
                                .make())
                .returning("getProvider", sender)
                .noting("close", none -> calls.add("close"))
                .make();
        return Fake.of(KeycloakSessionFactory.class)
                .returning("create", session)
                .make();
    }
}
