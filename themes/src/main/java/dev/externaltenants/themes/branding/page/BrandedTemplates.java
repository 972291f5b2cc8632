package dev.externaltenants.themes.branding.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.userflow.MailedApp;
import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
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
            branded.put(BrandedPages.ATTRIBUTE, PageBrand.ofMail(session, realm, app(realm, values), locale));
        }
        return keycloaks.processTemplate(branded, templateName, theme);
    }

    /**
     * Returns the app that the mail is of, or null for none: one that is gone meanwhile is none. Keycloak's own mails do not
     * say; what they come of is a sign-in at the context's client, unless a bearer token came with the request: then that
     * is the client by which an administrator calls.
     */
    private ClientModel app(RealmModel realm, Map<?, ?> values) {
        Optional<String> said = MailedApp.of(values);
        return said.isPresent() ? realm.getClientByClientId(said.get()) : appOfSignIn();
    }

    private ClientModel appOfSignIn() {
        KeycloakContext context = session.getContext();
        return context.getBearerToken() == null ? context.getClient() : null;
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
