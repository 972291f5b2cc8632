package dev.externaltenants.themes.branding;

import java.util.List;
import java.util.Objects;

import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.timer.TimerProvider;

/** Makes the store, and guards every door to it: REST and realm import alike pass {@link #validateConfiguration}. */
public final class ComponentBrandingProviderFactory
        implements BrandingProviderFactory, ComponentFactory<BrandingProvider, BrandingProvider> {

    static final String ID = "xt-branding";

    private final NodeMemory memory = NodeMemory.empty();

    @Override
    public BrandingProvider create(KeycloakSession session) {
        return new ComponentBrandingProvider(session, memory);
    }

    @Override
    public BrandingProvider create(KeycloakSession session, ComponentModel model) {
        return create(session);
    }

    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        StoredBrand brand = checked(model, TextOverrideProvider.of(session).languages());
        List<ComponentModel> others = BrandComponent.all(realm)
                .filter(other -> !Objects.equals(other.getId(), model.getId()))
                .toList();
        // Without regard to case: people who pick a theme by its name must not be misled.
        if (others.stream().anyMatch(other -> other.getName().equalsIgnoreCase(model.getName()))) {
            throw TenantException.conflict("xt_theme_name_taken", "name", "The tenant has a theme of this name.");
        }
        if (brand.name() != null) {
            long otherThemes = others.stream()
                    .filter(other -> !BrandComponent.DEFAULT_NAME.equals(other.getName()))
                    .count();
            BrandingProvider.checkThemeLimit(otherThemes + 1);
        }
    }

    /** What our REST stores, it has checked; so what is refused here is a brand of a file, which has many. */
    private static StoredBrand checked(ComponentModel model, List<String> languages) {
        try {
            StoredBrand brand = BrandComponent.parse(model);
            if (brand.name() != null) {
                BrandRules.checkThemeName(brand.name());
            }
            brand.states().forEach(state -> BrandRules.check(state, languages));
            brand.allImages().forEach(ComponentBrandingProviderFactory::checkName);
            return brand;
        } catch (TenantException refused) {
            throw refused.at("themes[" + model.getName() + "]");
        }
    }

    /** A file by hand could name an image by what leads elsewhere. */
    private static void checkName(BrandImage image) {
        boolean known = List.of("image/png", "image/jpeg").contains(image.type());
        if (!known || image.hash() == null || !ContentHash.is(image.hash())) {
            throw TenantException.invalid("xt_branding_image_unknown", "images", "An image is named by its hash.");
        }
    }

    /** Keeps Keycloak's generic component REST off, which knows none of our permissions and admin events. */
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getHelpText() {
        return "How the pages of an external tenant look.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return BrandComponent.properties();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new BrandFiles(removed.getKeycloakSession())
                        .removeAll(removed.getRealm().getId());
            } else if (event instanceof PostMigrationEvent started) {
                sweepHourly(started.getFactory());
            }
        });
    }

    private static void sweepHourly(KeycloakSessionFactory sessions) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> session.getProvider(TimerProvider.class)
                .schedule(new OrphanSweep(sessions), OrphanSweep.INTERVAL.toMillis(), OrphanSweep.TASK));
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
