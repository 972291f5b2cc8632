package dev.externaltenants.tenant.password;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** The password policy {@code xtCharacterClasses}. */
public final class CharacterClassesPolicyProviderFactory implements PasswordPolicyProviderFactory {

    static final String ID = "xtCharacterClasses";

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new CharacterClassesPolicyProvider(session);
    }

    @Override
    public String getDisplayName() {
        return "Character Classes";
    }

    @Override
    public String getConfigType() {
        return PasswordPolicyProvider.INT_CONFIG_TYPE;
    }

    @Override
    public String getDefaultConfigValue() {
        return String.valueOf(CharacterClassesPolicyProvider.DEFAULT);
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
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
