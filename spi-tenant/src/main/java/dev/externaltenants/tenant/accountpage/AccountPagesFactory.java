package dev.externaltenants.tenant.accountpage;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.AccountResourceProvider;
import org.keycloak.services.resource.AccountResourceProviderFactory;

/** Gives the account theme {@code external-tenant} its pages; other account themes keep Keycloak's console. */
public final class AccountPagesFactory implements AccountResourceProviderFactory {

    /** As the account theme names it. */
    public static final String ID = "xt-account";

    @Override
    public AccountResourceProvider create(KeycloakSession session) {
        return new AccountPages(session);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }
}
