package dev.externaltenants.compat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.compat.smtp.KeycloakSmtpClient;
import dev.externaltenants.compat.smtp.SmtpClient;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;

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
    public void readRolesAnew(ClientModel client) {
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        // Those that the cache knows, and those that are stored: only a page of them is not cached.
        Stream.concat(client.getRolesStream(), client.getRolesStream(null, null))
                .toList()
                .forEach(role -> cache.registerRoleInvalidation(role.getId(), role.getName(), client.getId()));
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

    @Override
    public Optional<SmtpClient> smtp() {
        return KeycloakSmtpClient.of(session);
    }
}
