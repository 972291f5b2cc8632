package dev.externaltenants.tenant.accountpage;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.compat.KeycloakCompat;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** One call at the account page, whoever calls. */
record AccountRequest(KeycloakSession session, RealmModel realm, ClientModel account) {

    /** Returns the address of a page as customers' browsers know it, whatever host this call came by. */
    URI address(String page) {
        return session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .path("realms")
                .path(realm.getName())
                .path("account")
                .path("/" + page)
                .build();
    }

    String query(String parameter) {
        return session.getContext().getUri().getQueryParameters().getFirst(parameter);
    }

    MultivaluedMap<String, String> form() {
        return session.getContext().getHttpRequest().getDecodedFormParameters();
    }

    /** Returns the only value of a form's field, or an empty text. */
    String field(String name) {
        String value = form().getFirst(name);
        return value == null ? "" : value;
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(name))
                .map(Cookie::getValue);
    }

    EventBuilder event(Visitor visitor, EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(account)
                .user(visitor.user())
                .session(visitor.session());
    }

    /** Returns the visitor with the account as whoever came before has left it: of two posts at once, the later waits. */
    Visitor alone(Visitor visitor) {
        String userId = visitor.user().getId();
        KeycloakCompat.of(session()).userDirectory().lock(realm(), userId);
        return visitor.with(session().users().getUserById(realm(), userId));
    }
}
