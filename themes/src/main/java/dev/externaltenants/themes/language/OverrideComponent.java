package dev.externaltenants.themes.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The texts of one language as a Keycloak component, which has the language's tag for its name. Those of a user flow are
 * children of the flow's component, so that Keycloak exports, imports and removes them with the flow.
 */
final class OverrideComponent {

    private static final String PARSED = "xt.texts.parsed";
    private static final String MESSAGES = "xt.texts.messages";
    private static final String TEXTS = "texts";

    private OverrideComponent() {}

    static List<ProviderConfigProperty> properties() {
        return List.of(new ProviderConfigProperty(TEXTS, TEXTS, null, ProviderConfigProperty.STRING_TYPE, null));
    }

    /** @param flowId null for the tenant's */
    static Stream<ComponentModel> all(RealmModel realm, String flowId) {
        return realm.getComponentsStream(parent(realm, flowId), TextOverrideProvider.class.getName());
    }

    static Optional<ComponentModel> find(RealmModel realm, String flowId, String tag) {
        return all(realm, flowId).filter(model -> tag.equals(model.getName())).findFirst();
    }

    static ComponentModel create(RealmModel realm, String flowId, String tag) {
        ComponentModel model = new ComponentModel();
        model.setId(KeycloakModelUtils.generateId());
        model.setParentId(parent(realm, flowId));
        model.setName(tag);
        model.setProviderType(TextOverrideProvider.class.getName());
        model.setProviderId(ComponentTextOverrideProviderFactory.ID);
        return model;
    }

    private static String parent(RealmModel realm, String flowId) {
        return flowId == null ? realm.getId() : flowId;
    }

    /** Reads the texts; the parsed form stays on the model, which the realm cache keeps until the component changes. */
    static Map<String, String> read(ComponentModel model) {
        Map<String, String> parsed = model.getNote(PARSED);
        if (parsed == null) {
            parsed = parse(model);
            model.setNote(PARSED, parsed);
        }
        return parsed;
    }

    /** Reads the message patterns that stand over the theme's; they stay on the model, too, because every page asks. */
    static Map<String, String> messages(ComponentModel model) {
        Map<String, String> kept = model.getNote(MESSAGES);
        if (kept == null) {
            kept = MessagePatterns.of(read(model));
            model.setNote(MESSAGES, kept);
        }
        return kept;
    }

    /** @throws TenantException {@code xt_invalid_json} and the like, {@code xt_unknown_field} for another setting */
    static Map<String, String> parse(ComponentModel model) {
        model.getConfig().keySet().stream()
                .filter(key -> !key.equals(TEXTS))
                .findFirst()
                .ifPresent(key -> {
                    throw TenantException.invalid("xt_unknown_field", key, "There is no field " + key + ".");
                });
        return Json.read(model.get(TEXTS), new TypeReference<TreeMap<String, String>>() {});
    }

    static void write(Map<String, String> texts, ComponentModel model) {
        model.setConfig(new MultivaluedHashMap<>());
        model.put(TEXTS, Json.write(texts));
        model.setNote(PARSED, new TreeMap<>(texts));
    }
}
