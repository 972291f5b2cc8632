package dev.externaltenants.themes.branding.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.SafeMarkdown;
import dev.externaltenants.themes.branding.page.BrandedPages;
import dev.externaltenants.themes.sample.Sample;
import dev.externaltenants.themes.sample.SampleTexts;
import org.keycloak.forms.login.freemarker.model.UrlBean;
import org.keycloak.models.KeycloakSession;

/**
 * Pages as customers would see them if a draft were published now: written by Keycloak as they are for customers, with
 * the data of a sample where a step, an app or a customer would give theirs.
 */
final class PreviewedPages extends BrandedPages {

    /** What templates link to and send to, by the names of Keycloak's bean. */
    private static final List<String> LINKS = List.of(
            "loginAction",
            "loginUrl",
            "loginRestartFlowUrl",
            "ssoLoginInOtherTabsUrl",
            "registrationAction",
            "registrationUrl",
            "loginResetCredentialsUrl",
            "logoutConfirmAction",
            "oauthAction",
            "oauth2DeviceVerificationAction");

    private final String theme;

    /** @param theme its name, or null for the tenant's own brand */
    PreviewedPages(KeycloakSession session, String theme) {
        super(session, SafeMarkdown::html);
        this.theme = theme;
    }

    @Override
    protected Brand brand(Locale locale) {
        return BrandingProvider.of(session).drafted(realm, theme, locale.toLanguageTag());
    }

    /** Lets no page of our theme take the cursor, as those in frames may not. */
    PreviewedPages framed() {
        setAttribute("xtFramed", true);
        return this;
    }

    /** Renders the sample. */
    Response page(Sample sample) {
        messages = sample.messages().isEmpty() ? null : new ArrayList<>(sample.messages());
        messageType = sample.messageType();
        // Twice: texts may name an attribute when they are read, and Keycloak writes its own over some after that.
        sample.attributes().forEach(this::setAttribute);
        setAttributeMapper(all -> {
            Map<String, Object> page = new HashMap<>(all);
            sample.attributes().forEach((name, value) -> page.put(name, SampleTexts.worded(value, this::getMessage)));
            page.put(ATTRIBUTE, leadingNowhere((Map<?, ?>) all.get(ATTRIBUTE)));
            page.put("url", leadingNowhere((UrlBean) all.get("url")));
            return page;
        });
        return createForm(sample.template());
    }

    /** Renders a page about previews, which is in nobody's brand. */
    Response about(String template, Object preview) {
        return setAttribute("preview", preview).createForm(template);
    }

    private static Map<?, ?> leadingNowhere(Map<?, ?> brand) {
        Map<Object, Object> nowhere = new HashMap<>(brand);
        nowhere.replace("resetUrl", Sample.NOWHERE);
        return nowhere;
    }

    private static Map<String, String> leadingNowhere(UrlBean urls) {
        Map<String, String> nowhere = new HashMap<>();
        LINKS.forEach(link -> nowhere.put(link, Sample.NOWHERE));
        nowhere.put("resourcesPath", urls.getResourcesPath());
        nowhere.put("resourcesCommonPath", urls.getResourcesCommonPath());
        return nowhere;
    }
}
