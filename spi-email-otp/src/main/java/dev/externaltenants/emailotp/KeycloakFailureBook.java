package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.compat.OriginalConnection;
import dev.externaltenants.compat.OriginalRequest;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes each failure in a session of its own, which knows of the request where it came from. */
final class KeycloakFailureBook implements FailureBook {

    private final KeycloakSessionFactory factory;

    KeycloakFailureBook(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public void write(FailedCode failed, URI origin) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(failed.event().getRealmId());
            if (realm != null) {
                session.getContext().setRealm(realm);
                session.getContext().setHttpRequest(new OriginalRequest(origin));
                session.getContext()
                        .setConnection(new OriginalConnection(failed.event().getIpAddress()));
                write(session, realm, failed);
            }
        });
    }

    private static void write(KeycloakSession session, RealmModel realm, FailedCode failed) {
        Optional<UserModel> account = failed.account().find(session, realm);
        if (failed.isGuess()) {
            // First: that a guess counts must not depend on an event log that can be written.
            account.ifPresent(KeycloakCompat.of(session).loginFailures()::firstFactorFailed);
        }
        EventBuilder event = anew(session, realm, failed.event());
        account.ifPresent(event::user);
        event.error(failed.error());
    }

    private static EventBuilder anew(KeycloakSession session, RealmModel realm, Event event) {
        EventBuilder anew = new EventBuilder(realm, session)
                .event(event.getType())
                .client(event.getClientId())
                .user(event.getUserId())
                .session(event.getSessionId())
                .ipAddress(event.getIpAddress());
        Optional.ofNullable(event.getDetails()).orElse(Map.of()).forEach(anew::detail);
        return anew;
    }
}
