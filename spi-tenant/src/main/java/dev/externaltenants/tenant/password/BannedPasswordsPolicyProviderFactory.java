package dev.externaltenants.tenant.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/**
 * The password policy {@code xtBannedPasswords}. Keycloak's own reads a file of the server, which no tenant can change and
 * every node needs.
 */
public final class BannedPasswordsPolicyProviderFactory implements PasswordPolicyProviderFactory {

    static final String ID = "xtBannedPasswords";

    private static final String LIST = "banned-passwords.txt";

    private BannedPasswords common;

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new BannedPasswordsPolicyProvider(session, common);
    }

    @Override
    public void init(Config.Scope config) {
        common = new BannedPasswords(builtIn());
    }

    /** Returns the words of the list that we ship. */
    static List<String> builtIn() {
        try (InputStream list = BannedPasswordsPolicyProviderFactory.class.getResourceAsStream(LIST);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(list, LIST), StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getDisplayName() {
        return "Banned Passwords";
    }

    @Override
    public String getConfigType() {
        return null;
    }

    @Override
    public String getDefaultConfigValue() {
        return "";
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
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
