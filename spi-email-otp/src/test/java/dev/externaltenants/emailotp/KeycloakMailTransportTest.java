package dev.externaltenants.emailotp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.RenderedMail;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.junit.jupiter.api.Test;
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
    private RealmModel realm = Fake.of(RealmModel.class).make();

    @Test
    void sendsOutsideOfAnyTransaction() throws UnsentException {
        new KeycloakMailTransport(keycloak()).send(mail());

        assertThat(calls).containsExactly("begin", "realm", "commit", "send by the default sender", "close");
    }

    @Test
    void sendsANoticeByMailWhateverCodesAreSentBy() throws UnsentException {
        RenderedMail rendered = new RenderedMail("Subject", "text", "html");
        PasscodeMessage notice = new PasscodeMessage(
                "contoso", "contoso", "anna@example.com", Locale.ENGLISH, null, "Shop", null, null, 0, rendered);
        new KeycloakMailTransport(keycloak()).send(new ReadyMail("id", notice, 60, Postage.Paid.NOTHING));

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

    private static ReadyMail mail() {
        Tenant tenant = new Tenant();
        tenant.sent(ANNA);
        return tenant.lastMail();
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
                                .make())
                .answering("getProvider", of -> sender(of.length == 1 ? "the default sender" : of[1].toString()))
                .noting("close", none -> calls.add("close"))
                .make();
        return Fake.of(KeycloakSessionFactory.class)
                .returning("create", session)
                .make();
    }
}
