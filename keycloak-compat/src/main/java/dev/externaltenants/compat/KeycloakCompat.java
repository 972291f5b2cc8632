package dev.externaltenants.compat;

import java.util.List;
import java.util.Optional;

import dev.externaltenants.compat.smtp.SmtpClient;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The one door to Keycloak classes whose signatures change between minor versions. */
public interface KeycloakCompat extends Provider {

    /** Returns the login-failure book of the realm in the session's context. */
    LoginFailures loginFailures();

    /**
     * Makes writers of the realm's configuration take turns, on all nodes, until the transaction ends; what is read of
     * the realm afterwards is what the writer before has stored, not what the cache held. To be called before anything of
     * the realm is written; once in a transaction is enough, and more do no harm.
     *
     * @throws org.keycloak.models.ModelIllegalStateException when the realm was written before
     */
    void lockConfiguration(RealmModel realm);

    /**
     * Returns the ids of the realms that have a component of the type whose configuration has another value for the key,
     * or none. One cheap statement, however many realms there are.
     */
    List<String> realmsWithout(Class<?> providerType, String key, String value);

    /**
     * Returns the identity provider of the realm in the session's context as it is stored, not as the cache or this
     * transaction holds it: what is to be written again must be read by this under {@link #lockConfiguration}.
     */
    Optional<IdentityProviderModel> storedIdentityProvider(String alias);

    /** Has this session read the client's roles as they are stored, not as the cache holds them. */
    void readRolesAnew(ClientModel client);

    UserDirectory userDirectory();

    /**
     * Returns whether the identity provider of this alias opens the account of any of the holders; there may be a link without a provider, as after an import.
     */
    boolean isLinkedToHolder(RealmModel realm, String alias, Holders holders);

    AttributeValues attributeValues();

    /** Returns what talks to mail servers, or nothing where the operator has put another sender in the place of Keycloak's. */
    Optional<SmtpClient> smtp();

    static KeycloakCompat of(KeycloakSession session) {
        return session.getProvider(KeycloakCompat.class);
    }

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
