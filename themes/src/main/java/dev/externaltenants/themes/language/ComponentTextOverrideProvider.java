package dev.externaltenants.themes.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AdminConsole;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Keeps an operator's texts as components, whose cache, export and removal are Keycloak's. */
final class ComponentTextOverrideProvider implements TextOverrideProvider {

    private static final String THEME = "external-tenant";
    private static final String LOCALES = "locales";

    private final KeycloakSession session;

    ComponentTextOverrideProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public List<String> languages() {
        try {
            String tags = theme(THEME).getProperties().getProperty(LOCALES, "");
            return Arrays.stream(tags.split(",", -1)).map(String::trim).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The theme cannot be read: " + THEME, e);
        }
    }

    @Override
    public Set<String> configured(RealmModel realm, String flowId) {
        return OverrideComponent.all(realm, flowId)
                .map(ComponentModel::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<String, String> find(RealmModel realm, String flowId, String tag) {
        return OverrideComponent.find(realm, flowId, tag)
                .map(OverrideComponent::read)
                .orElse(Map.of());
    }

    @Override
    public void put(RealmModel realm, String flowId, String tag, Map<String, String> texts) {
        requireLanguage(tag);
        TextRules.check(texts);
        KeycloakCompat.of(session).lockConfiguration(realm);
        Optional<ComponentModel> present = OverrideComponent.find(realm, flowId, tag);
        if (texts.isEmpty()) {
            present.ifPresent(realm::removeComponent);
        } else if (present.isPresent()) {
            ComponentModel changed = new ComponentModel(present.get());
            OverrideComponent.write(texts, changed);
            realm.updateComponent(changed);
        } else {
            ComponentModel created = OverrideComponent.create(realm, flowId, tag);
            OverrideComponent.write(texts, created);
            realm.addComponentModel(created);
        }
    }

    @Override
    public Map<String, String> defaults(RealmModel realm, String tag, List<AttributeText> attributes) {
        requireLanguage(tag);
        Properties messages = messagesOf(realm, Locale.forLanguageTag(tag));
        Map<String, String> defaults = new TreeMap<>();
        for (FixedText text : FixedText.values()) {
            text.messages().stream()
                    .map(messages::getProperty)
                    .filter(pattern -> pattern != null)
                    .findFirst()
                    .ifPresent(pattern -> defaults.put(text.key(), MessagePatterns.plain(pattern)));
        }
        attributes.stream()
                .filter(attribute ->
                        attribute.isCustom() || FixedText.named(attribute.key()).isPresent())
                .forEach(attribute -> defaults.putIfAbsent(attribute.key(), label(messages, attribute.displayName())));
        return defaults;
    }

    private static String label(Properties messages, String displayName) {
        boolean isMessage = displayName.startsWith("${") && displayName.endsWith("}");
        String key = isMessage ? displayName.substring(2, displayName.length() - 1) : "";
        return isMessage ? MessagePatterns.plain(messages.getProperty(key, key)) : displayName;
    }

    private Properties messagesOf(RealmModel realm, Locale locale) {
        String name = realm.getLoginTheme() == null ? THEME : realm.getLoginTheme();
        try {
            return theme(name).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException("The theme cannot be read: " + name, e);
        }
    }

    private Theme theme(String name) throws IOException {
        return session.theme().getTheme(name, Theme.Type.LOGIN);
    }

    @Override
    public Map<String, String> messages(RealmModel realm, ClientModel app, String tag) {
        if (AdminConsole.is(app)) {
            return Map.of();
        }
        Map<String, String> ofTenant = patterns(realm, null, tag);
        Map<String, String> ofFlow =
                flowOf(app).map(flow -> patterns(realm, flow, tag)).orElse(Map.of());
        if (ofFlow.isEmpty()) {
            return ofTenant;
        }
        Map<String, String> messages = new HashMap<>(ofTenant);
        messages.putAll(ofFlow);
        return messages;
    }

    private static Map<String, String> patterns(RealmModel realm, String flowId, String tag) {
        return OverrideComponent.find(realm, flowId, tag)
                .map(OverrideComponent::messages)
                .orElse(Map.of());
    }

    private Optional<String> flowOf(ClientModel app) {
        return Optional.ofNullable(app)
                .flatMap(known -> UserFlowProvider.of(session).forApp(known).assignedFlow())
                .map(UserFlow::id);
    }

    private void requireLanguage(String tag) {
        if (!languages().contains(tag)) {
            throw TenantException.notFound("xt_language_not_found", "Our pages have no such language.");
        }
    }
}
