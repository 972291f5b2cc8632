package dev.externaltenants.themes.language;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The engine of an operator's texts: by language, of the tenant or of one user flow, each by its name in the file. Writes
 * join the session's transaction; refusals are {@link TenantException}s, after which the caller must let the transaction
 * roll back. A flow of null stands for the tenant.
 */
public interface TextOverrideProvider extends Provider {

    static TextOverrideProvider of(KeycloakSession session) {
        return session.getProvider(TextOverrideProvider.class);
    }

    /** Returns the tags of the languages that our pages have. */
    List<String> languages();

    /** Returns the tags of the languages that have texts of the operator. */
    Set<String> configured(RealmModel realm, String flowId);

    /** Returns the operator's texts, none if there are none. */
    Map<String, String> find(RealmModel realm, String flowId, String tag);

    /**
     * Replaces the operator's texts in a language; without any, it is no longer configured.
     *
     * @throws TenantException {@code xt_language_not_found}, {@code xt_unknown_field}, {@code xt_language_text_invalid}
     */
    void put(RealmModel realm, String flowId, String tag, Map<String, String> texts);

    /**
     * Returns what pages say without any text of the operator: of those that have a counterpart.
     *
     * @param attributes of the tenant's catalogue
     * @throws TenantException {@code xt_language_not_found}
     */
    Map<String, String> defaults(RealmModel realm, String tag, List<AttributeText> attributes);

    /**
     * Returns the message patterns that stand over the theme's on pages of an app: its user flow's, then the tenant's. No
     * SQL.
     *
     * @param app null for a page of none
     */
    Map<String, String> messages(RealmModel realm, ClientModel app, String tag);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
