package dev.externaltenants.themes.branding.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Gives the brand to mails: they are written by Keycloak's and by our providers of several modules, and this is where all
 * of them come through.
 */
final class BrandedTemplates implements FreeMarkerProvider {

    private final KeycloakSession session;
    private final FreeMarkerProvider keycloaks;

    BrandedTemplates(KeycloakSession session, FreeMarkerProvider keycloaks) {
        this.session = session;
        this.keycloaks = keycloaks;
    }

    @Override
    public String processTemplate(Object data, String templateName, Theme theme) throws FreeMarkerException {
        RealmModel realm = session.getContext().getRealm();
        if (theme.getType() != Theme.Type.EMAIL || !(data instanceof Map<?, ?> values) || realm == null) {
            return keycloaks.processTemplate(data, templateName, theme);
        }
        Map<Object, Object> branded = new HashMap<>(values);
        if (TenantRealm.is(realm)) {
            Locale locale = values.get("locale") instanceof Locale known ? known : Locale.ENGLISH;
            branded.put(
                    BrandedPages.ATTRIBUTE,
                    PageBrand.ofMail(session, realm, session.getContext().getClient(), locale));
        }
        return keycloaks.processTemplate(branded, templateName, theme);
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
