package dev.externaltenants.themes.language;

import java.util.List;
import java.util.Objects;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the store, and guards every door to it: REST and realm import alike pass {@link #validateConfiguration}. */
public final class ComponentTextOverrideProviderFactory
        implements TextOverrideProviderFactory, ComponentFactory<TextOverrideProvider, TextOverrideProvider> {

    static final String ID = "xt-text-overrides";

    @Override
    public TextOverrideProvider create(KeycloakSession session) {
        return new ComponentTextOverrideProvider(session);
    }

    @Override
    public TextOverrideProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        try {
            TextRules.check(OverrideComponent.parse(model));
        } catch (TenantException refused) {
            throw refused.at("languages[" + model.getName() + "]");
        }
        boolean isTwice = realm.getComponentsStream(model.getParentId(), model.getProviderType())
                .anyMatch(other -> Objects.equals(other.getName(), model.getName())
                        && !Objects.equals(other.getId(), model.getId()));
        if (isTwice || !create(session).languages().contains(model.getName())) {
            throw TenantException.invalid(
                    "xt_invalid_value", "languages[" + model.getName() + "]", "A language of the pages, each once.");
        }
    }

    /** Keeps Keycloak's generic component REST off, which knows none of our permissions and admin events. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "What the pages of an external tenant say, by language.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return OverrideComponent.properties();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // needs no other provider
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
