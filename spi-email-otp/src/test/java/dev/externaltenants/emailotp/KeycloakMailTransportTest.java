package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.RenderedMail;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeycloakMailTransportTest {

    private static final Text MESSAGE = () -> new PasscodeMessage(
            "contoso",
            "contoso",
            "anna@example.com",
            Locale.ENGLISH,
            null,
            "Shop",
            null,
            null,
            null,
            0,
            new RenderedMail("Subject", "text", "html"));

    private final List<String> calls = new ArrayList<>();
    private RealmModel realm = Fake.of(RealmModel.class).make();

    @Test
    void sendsOutsideOfAnyTransaction() throws UnsentException {
        new KeycloakMailTransport(keycloak()).send(mail());

        assertThat(calls)
                .containsExactly("begin", "realm", "request", "write", "commit", "send by the default sender", "close");
    }

    @Test
    void sendsANoticeByMailWhateverCodesAreSentBy() throws UnsentException {
        new KeycloakMailTransport(keycloak()).send(mail(true, MESSAGE));

        assertThat(calls).contains("send by xt-mail");
    }

    @Test
    void failsWhenTheRealmIsGone() {
        realm = null;

        assertThatThrownBy(() -> new KeycloakMailTransport(keycloak()).send(mail()))
                .isInstanceOf(UnsentException.class)
                .hasMessage("the realm is gone");
        assertThat(calls).endsWith("close");
    }

    @Test
    void failsForGoodWhenTheMailCannotBeWritten() {
        OutgoingMail broken = mail(false, () -> {
            throw new EmailException("quotes the mail");
        });

        assertThatThrownBy(() -> new KeycloakMailTransport(keycloak()).send(broken))
                .isInstanceOfSatisfying(UnsentException.class, unsent -> assertThat(unsent.worthARetry())
                        .isFalse())
                .hasMessage("EmailException");
        assertThat(calls).doesNotContain("send by the default sender").endsWith("close");
    }

    private OutgoingMail mail() {
        return mail(false, MESSAGE);
    }

    private OutgoingMail mail(boolean notice, Text text) {
        return new OutgoingMail(
                "contoso",
                "contoso",
                "id",
                "anna@example.com",
                URI.create("https://id.example.com/"),
                notice,
                60,
                Postage.Paid.withoutPause(List.of()),
                (session, realm) -> {
                    calls.add("write");
                    return text.message();
                });
    }

    private interface Text {
        PasscodeMessage message() throws EmailException;
    }

    private PasscodeSenderProvider sender(String name) {
        return message -> calls.add("send by " + name);
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
                                .noting("setHttpRequest", set -> calls.add("request"))
                                .make())
                .answering("getProvider", of -> sender(of.length == 1 ? "the default sender" : of[1].toString()))
                .noting("close", none -> calls.add("close"))
                .make();
        return Fake.of(KeycloakSessionFactory.class)
                .returning("create", session)
                .make();
    }
}
