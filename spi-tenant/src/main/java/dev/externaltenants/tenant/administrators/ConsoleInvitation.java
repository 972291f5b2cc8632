package dev.externaltenants.tenant.administrators;

import java.net.URI;

import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.userflow.rest.AdminRequest;
import org.keycloak.models.Constants;
import org.keycloak.urls.UrlType;

/** An invitation that leads to the realm's admin console. */
final class ConsoleInvitation {

    private ConsoleInvitation() {}

    static Invitation in(AdminRequest request) {
        URI console = request.session()
                .getContext()
                .getUri(UrlType.ADMIN)
                .getBaseUriBuilder()
                .path("admin/{realm}/console/")
                .build(request.realm().getName());
        return new Invitation(Constants.ADMIN_CONSOLE_CLIENT_ID, console.toString());
    }
}
