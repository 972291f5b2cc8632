package dev.externaltenants.tenant.idp;

import java.util.Map;

/** What Keycloak's broker is told of a provider of this type, as far as an operator or the provider itself say it. */
public record BrokerSettings(ProviderType type, Map<String, String> config) {

    public BrokerSettings {
        config = Map.copyOf(config);
    }
}
