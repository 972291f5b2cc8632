package dev.externaltenants.claimsextension;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.mapping.ClaimsMappingGuard;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes the store, and guards every door to it: REST and realm import alike pass {@link #validateConfiguration}. */
public final class ComponentCustomExtensionProviderFactory
        implements CustomExtensionProviderFactory, ComponentFactory<CustomExtensionProvider, CustomExtensionProvider> {

    public static final String ID = "xt-component";

    static final String ALLOWED_HOSTS = "allowed-hosts";

    private AllowedHosts allowedHosts = AllowedHosts.of();

    @Override
    public CustomExtensionProvider create(KeycloakSession session) {
        return new ComponentCustomExtensionProvider(session);
    }

    @Override
    public CustomExtensionProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        CustomExtension extension = ExtensionComponent.parse(model);
        new ExtensionRules(allowedHosts).check(extension);
        checkCallerId(realm, extension);
        List<ComponentModel> others = realm.getComponentsStream(realm.getId(), ExtensionComponent.PROVIDER_TYPE)
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .toList();
        if (others.size() >= CustomExtension.LIMIT) {
            throw TenantException.conflict(
                    "xt_extension_limit_reached",
                    null,
                    "A tenant has at most " + CustomExtension.LIMIT + " custom extensions.");
        }
        checkAudience(realm, extension, others);
        if (others.stream().anyMatch(other -> extension.name().equals(other.getName()))) {
            throw TenantException.conflict("xt_extension_name_taken", "name", "Another extension has this name.");
        }
    }

    /** Whoever gets our token must not be able to show it to another API, which would take it for our call. */
    private static void checkAudience(RealmModel realm, CustomExtension extension, List<ComponentModel> others) {
        String audience = extension.resourceId();
        if (audience == null) {
            return;
        }
        boolean taken = realm.getClientByClientId(audience) != null
                || others.stream()
                        .map(ExtensionComponent::read)
                        .anyMatch(other -> audience.equals(other.resourceId())
                                && !TargetServer.of(extension).isOnHostOf(TargetServer.of(other)));
        if (taken) {
            throw TenantException.conflict(
                    "xt_extension_resource_id_taken",
                    "resourceId",
                    "An app, or an extension on another host, has this audience.");
        }
    }

    /** A token of the realm that names an app of it could be taken for that app's, and a token of that app's for ours. */
    private static void checkCallerId(RealmModel realm, CustomExtension extension) {
        boolean isOfAnApp = extension
                .callerId()
                .filter(id -> Stream.of(id, id.toLowerCase(Locale.ROOT))
                        .anyMatch(clientId -> realm.getClientByClientId(clientId) != null))
                .isPresent();
        if (isOfAnApp) {
            throw TenantException.invalid(
                    "xt_extension_authentication_invalid",
                    "authentication.appId",
                    "An app of the tenant has this client id.");
        }
    }

    @Override
    public AllowedHosts allowedHosts() {
        return allowedHosts;
    }

    /** The generic component REST API would bypass our permission check, events and versions. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {
        allowedHosts = AllowedHosts.of(config.getArray(ALLOWED_HOSTS));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(ClaimsMappingGuard::follow);
        factory.register(CallerIdGuard::follow);
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "A REST API that is asked at a step of sign-in";
    }

    /** What the operator sets for the server; extensions themselves are written through our REST API only. */
    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(ALLOWED_HOSTS)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Comma-separated hosts that extensions may call though they are internal, also by http.")
                .add()
                .build();
    }

    /** Names every key of a stored extension: partial export drops those it does not find here. */
    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        ProviderConfigurationBuilder properties = ProviderConfigurationBuilder.create();
        for (String key : ExtensionComponent.KEYS) {
            properties
                    .property()
                    .name(key)
                    .type(ProviderConfigProperty.STRING_TYPE)
                    // exports mask it
                    .secret(ExtensionComponent.SECRET.equals(key))
                    .add();
        }
        return properties.build();
    }
}
