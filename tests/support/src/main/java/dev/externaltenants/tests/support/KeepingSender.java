package dev.externaltenants.tests.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.keycloak.models.KeycloakSession;

/** Keeps the codes of realms named {@code own-sender…}, and fails at addresses of {@code unreachable…}; leaves all others alone. */
final class KeepingSender implements PasscodeSenderProvider {

    private static final String REALMS = "own-sender";
    private static final String UNREACHABLE = "unreachable";
    private static final List<PasscodeMessage> KEPT = new CopyOnWriteArrayList<>();

    private final KeycloakSession session;

    KeepingSender(KeycloakSession session) {
        this.session = session;
    }

    static List<PasscodeMessage> keptFor(String realmName) {
        return KEPT.stream()
                .filter(message -> message.realmName().equals(realmName))
                .toList();
    }

    @Override
    public void send(PasscodeMessage message) throws UnsentException {
        if (!message.realmName().startsWith(REALMS)) {
            session.getProvider(PasscodeSenderProvider.class, "xt-extensions").send(message);
        } else if (message.address().startsWith(UNREACHABLE)) {
            throw UnsentException.forGood("unreachable", null);
        } else {
            KEPT.add(message);
        }
    }
}
