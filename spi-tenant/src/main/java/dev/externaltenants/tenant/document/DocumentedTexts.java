package dev.externaltenants.tenant.document;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** An operator's texts by language, of the tenant or of a user flow; a flow of null stands for the tenant. */
final class DocumentedTexts {

    static final String NAME = "texts";

    private static final TypeReference<TreeMap<String, TreeMap<String, String>>> BY_LANGUAGE = new TypeReference<>() {};

    private final TextOverrideProvider texts;
    private final RealmModel realm;

    DocumentedTexts(KeycloakSession session, RealmModel realm) {
        this.texts = TextOverrideProvider.of(session);
        this.realm = realm;
    }

    Map<String, Map<String, String>> of(String flowId) {
        Map<String, Map<String, String>> byLanguage = new TreeMap<>();
        texts.configured(realm, flowId).forEach(tag -> byLanguage.put(tag, texts.find(realm, flowId, tag)));
        return byLanguage;
    }

    /**
     * Reads texts by language.
     *
     * @throws TenantException {@code xt_language_unknown} with the path from the texts on
     */
    Map<String, Map<String, String>> read(JsonNode given) {
        if (!given.isObject()) {
            throw TenantException.invalid("xt_invalid_value", NAME, "Send an object.");
        }
        try {
            Map<String, Map<String, String>> byLanguage = new TreeMap<>();
            Json.read(given.toString(), BY_LANGUAGE).forEach((tag, of) -> {
                requireLanguage(tag);
                // Without any, the language has none.
                if (of != null && !of.isEmpty()) {
                    byLanguage.put(tag, of);
                }
            });
            return byLanguage;
        } catch (TenantException refused) {
            throw refused.at(NAME);
        }
    }

    private void requireLanguage(String tag) {
        if (!texts.languages().contains(tag)) {
            throw TenantException.invalid("xt_language_unknown", tag, "Our pages have no such language.");
        }
    }

    /** Makes the texts exactly so. */
    void replace(String flowId, Map<String, Map<String, String>> wanted) {
        Map<String, Map<String, String>> present = of(flowId);
        Set<String> tags = new TreeSet<>(present.keySet());
        tags.addAll(wanted.keySet());
        for (String tag : tags) {
            Map<String, String> next = wanted.getOrDefault(tag, Map.of());
            if (!next.equals(present.get(tag))) {
                put(flowId, tag, next);
            }
        }
    }

    private void put(String flowId, String tag, Map<String, String> next) {
        try {
            texts.put(realm, flowId, tag, next);
        } catch (TenantException refused) {
            throw refused.at(NAME + "." + tag);
        }
    }
}
