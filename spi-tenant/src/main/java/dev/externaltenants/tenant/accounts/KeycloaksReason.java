package dev.externaltenants.tenant.accounts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminRoot;

/** Why Keycloak refuses a value, in the English of its admin console: our descriptions are English in every realm. */
final class KeycloaksReason {

    private static final Pattern OF_THE_CONSOLE = Pattern.compile("\\{\\{(\\d+)}}");

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
        return text == null
                ? refusal
                : with(text, parameters).map(reason -> refusal + " " + reason).orElse(refusal);
    }

    private static Optional<String> with(String text, Object... parameters) {
        try {
            // The console's own texts have two braces, those that an operator wrote may have one.
            return Optional.of(new MessageFormat(OF_THE_CONSOLE.matcher(text).replaceAll("{$1}"), Locale.ENGLISH)
                    .format(parameters));
        } catch (IllegalArgumentException notAFormat) {
            return Optional.empty();
        }
    }
}
