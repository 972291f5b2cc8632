package dev.externaltenants.tenant.accountpage;

import jakarta.ws.rs.NotFoundException;

import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.AccountResourceProvider;

/** Answers at {@code /realms/{realm}/account} where Keycloak's own console would; its JSON there stays as it is. */
final class AccountPages implements AccountResourceProvider {

    private final KeycloakSession session;

    AccountPages(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        RealmModel realm = session.getContext().getRealm();
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null || !account.isEnabled() || !TenantRealm.is(realm)) {
            throw new NotFoundException();
        }
        // The way back from an error page, and the app that events name.
        session.getContext().setClient(account);
        return new AccountPageResource(new AccountRequest(session, realm, account));
    }

    @Override
    public void close() {
        // nothing is held beyond the request
    }
}
