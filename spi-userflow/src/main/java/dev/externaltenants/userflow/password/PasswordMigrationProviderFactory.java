package dev.externaltenants.userflow.password;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link PasswordMigrationProvider}s. */
public interface PasswordMigrationProviderFactory extends ProviderFactory<PasswordMigrationProvider> {}
