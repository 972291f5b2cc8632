package dev.externaltenants.tenant.idp.apple;

import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Makes the broker {@code xt-apple}; Keycloak ships none. */
public final class AppleBrokerFactory extends AbstractIdentityProviderFactory<AppleBroker>
        implements SocialIdentityProviderFactory<AppleBroker> {

    public static final String ID = "xt-apple";

    @Override
    public String getName() {
        return "Apple";
    }

    @Override
    public AppleBroker create(KeycloakSession session, IdentityProviderModel model) {
        return new AppleBroker(session, new OIDCIdentityProviderConfig(model));
    }

    @Override
    public OIDCIdentityProviderConfig createConfig() {
        return new OIDCIdentityProviderConfig();
    }

    @Override
    public String getId() {
        return ID;
    }
}
