package dev.externaltenants.tenant.accounts;

import java.text.MessageFormat;
import java.util.Locale;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminRoot;

/** Why Keycloak refuses a value, in the English of its admin console: our descriptions are English in every realm. */
final class KeycloaksReason {

    private KeycloaksReason() {}

    /**
     * Returns the refusal and its reason, or the refusal alone of a reason that has no words.
     *
     * @param key of the message
     * @param parameters none of them is the value, which may be a password
     */
    static String after(String refusal, KeycloakSession session, RealmModel realm, String key, Object... parameters) {
        String text = AdminRoot.getMessages(session, realm, Locale.ENGLISH.getLanguage())
                .getProperty(key == null ? "" : key);
        return text == null ? refusal : refusal + " " + new MessageFormat(text, Locale.ENGLISH).format(parameters);
    }
}
