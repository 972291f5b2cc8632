package dev.externaltenants.tenant.administrators;

import java.net.URI;

import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.tenant.accounts.InvitationMail;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

/** An invitation that leads to the realm's admin console. */
final class ConsoleInvitation {

    private final KeycloakSession session;
    private final RealmModel realm;

    ConsoleInvitation(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void send(UserModel user) {
        URI console = session.getContext()
                .getUri(UrlType.ADMIN)
                .getBaseUriBuilder()
                .path("admin/{realm}/console/")
                .build(realm.getName());
        new InvitationMail(session, realm)
                .send(user, new Invitation(Constants.ADMIN_CONSOLE_CLIENT_ID, console.toString()), "");
    }
}
