package dev.externaltenants.claimsextension;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** The issuer URL of the session's realm, by which an API finds the keys that verify a call. */
public final class RealmIssuer {

    private RealmIssuer() {}

    public static String of(KeycloakSession session) {
        return Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                session.getContext().getRealm().getName());
    }
}
