package dev.externaltenants.themes.branding.page;

import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.UriBuilder;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.themes.language.WordedTheme;
import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Keycloak's pages; those of a tenant know its brand by the attribute {@code xtBrand}, and speak its operator's words. */
public class BrandedPages extends FreeMarkerLoginFormsProvider {

    protected static final String ATTRIBUTE = "xtBrand";

    private final UnaryOperator<String> markdown;

    /** @param markdown makes HTML of a brand's text, as {@link dev.externaltenants.themes.branding.SafeMarkdown} does */
    protected BrandedPages(KeycloakSession session, UnaryOperator<String> markdown) {
        super(session);
        this.markdown = markdown;
    }

    /**
     * Of a tenant, with the operator's texts. Only here: the theme that renders is kept with Keycloak's templates for good,
     * and must not hold this page, its session and what was typed.
     */
    @Override
    protected Properties handleThemeResources(Theme theme, Locale locale) {
        if (realm == null || !TenantRealm.is(realm)) {
            return super.handleThemeResources(theme, locale);
        }
        Theme worded = new WordedTheme(
                theme, spoken -> TextOverrideProvider.of(session).messages(realm, client, spoken.toLanguageTag()));
        return super.handleThemeResources(worded, locale);
    }

    @Override
    protected void createCommonAttributes(
            Theme theme, Locale locale, Properties messages, UriBuilder baseUriBuilder, LoginFormsPages page) {
        super.createCommonAttributes(theme, locale, messages, baseUriBuilder, page);
        // Of a disabled one there is nothing but Keycloak's refusal, and its files are not served.
        if (realm != null && TenantRealm.is(realm) && realm.isEnabled()) {
            attributes.put(ATTRIBUTE, PageBrand.of(session, realm, brand(locale), markdown));
        }
    }

    /** Returns the brand that the page shows. */
    protected Brand brand(Locale locale) {
        return BrandingProvider.of(session).shown(realm, client, locale.toLanguageTag());
    }
}
