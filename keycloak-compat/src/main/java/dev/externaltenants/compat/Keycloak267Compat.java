package dev.externaltenants.compat;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Compat for Keycloak 26.7.x. */
final class Keycloak267Compat implements KeycloakCompat {

    private final KeycloakSession session;

    Keycloak267Compat(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public LoginFailures loginFailures() {
        return new BruteForceLoginFailures(session);
    }

    @Override
    public void lockConfiguration(RealmModel realm) {
        new RealmConfigurationLock(session).take(realm);
    }

    @Override
    public List<String> realmsWithout(Class<?> providerType, String key, String value) {
        return new RealmComponents(session).realmsWithout(providerType, key, value);
    }

    @Override
    public Optional<IdentityProviderModel> storedIdentityProvider(String alias) {
        return new StoredIdentityProviders(session).find(alias);
    }

    @Override
    public UserDirectory userDirectory() {
        return new JpaUserDirectory(session);
    }

    @Override
    public boolean isLinkedToHolder(RealmModel realm, String alias, Holders holders) {
        return new LinkedHolders(session).exist(realm, alias, holders);
    }

    @Override
    public AttributeValues attributeValues() {
        return new JpaAttributeValues(session);
    }
}
