package dev.externaltenants.claimsextension;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps extensions as components of the realm, whose cache, export and removal are Keycloak's. */
final class ComponentCustomExtensionProvider implements CustomExtensionProvider {

    private final KeycloakSession session;

    ComponentCustomExtensionProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Stream<CustomExtension> list(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), ExtensionComponent.PROVIDER_TYPE)
                .map(ExtensionComponent::read)
                .sorted(Comparator.comparing(CustomExtension::name));
    }

    @Override
    public Optional<CustomExtension> find(RealmModel realm, String id) {
        return component(realm, id).map(ExtensionComponent::read);
    }

    @Override
    public CustomExtension create(RealmModel realm, CustomExtension extension) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        if (keepsSecret(extension)) {
            throw secretMissing();
        }
        CustomExtension created =
                extension.withId(KeycloakModelUtils.generateId()).withVersion(1L);
        // the rules are asked by the factory, which realm import passes too
        realm.addComponentModel(ExtensionComponent.of(realm, created));
        return created.withDefaultResourceId();
    }

    @Override
    public CustomExtension update(RealmModel realm, CustomExtension extension) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        CustomExtension stored = find(realm, extension.id()).orElseThrow(ComponentCustomExtensionProvider::notFound);
        if (!Objects.equals(stored.version(), extension.version())) {
            throw TenantException.preconditionFailed(
                    "xt_version_conflict", "The extension was changed by someone else; read it again.");
        }
        if (extension.encryptionKey() == null && isAskedAboutPasswords(realm, extension.id())) {
            throw TenantException.invalid(
                    "xt_extension_key_missing",
                    "encryptionKey",
                    "The extension is asked about passwords, which are encrypted to its key.");
        }
        CustomExtension updated = withKeptSecret(extension, stored).withVersion(stored.version() + 1);
        realm.updateComponent(ExtensionComponent.of(realm, updated));
        return updated.withDefaultResourceId();
    }

    @Override
    public void delete(RealmModel realm, String id) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        ComponentModel component = component(realm, id).orElseThrow(ComponentCustomExtensionProvider::notFound);
        userOf(realm, id).ifPresent(user -> {
            throw TenantException.conflict("xt_extension_in_use", null, user + " points to the extension.");
        });
        realm.removeComponent(component);
    }

    private boolean isAskedAboutPasswords(RealmModel realm, String id) {
        return UserFlowProvider.of(session)
                        .list(realm)
                        .anyMatch(flow -> id.equals(flow.extensions().onPasswordSubmit()))
                || AuthenticationEventListenerProvider.of(session)
                        .list(realm)
                        .anyMatch(listener -> id.equals(listener.extensionId())
                                && listener.event() == AuthenticationEvent.PASSWORD_SUBMIT);
    }

    private Optional<String> userOf(RealmModel realm, String id) {
        Stream<String> userFlows = UserFlowProvider.of(session)
                .list(realm)
                .filter(flow -> Stream.of(AuthenticationEvent.values())
                        .anyMatch(event -> id.equals(flow.extensions().at(event))))
                .map(flow -> "The user flow " + flow.name());
        Stream<String> listeners = AuthenticationEventListenerProvider.of(session)
                .list(realm)
                .filter(listener -> id.equals(listener.extensionId()))
                .map(listener -> "The event listener " + listener.name());
        return Stream.concat(userFlows, listeners).findFirst();
    }

    @Override
    public Map<String, String> idsByImportedName(RealmModel realm) {
        List<ComponentModel> extensions = components(realm);
        Map<String, String> ids = new HashMap<>();
        extensions.forEach(extension -> ids.put(extension.getName(), extension.getId()));
        // A file by hand has none.
        extensions.stream()
                .filter(extension -> extension.get(ExtensionComponent.EXTENSION_ID) != null)
                .forEach(extension -> ids.put(extension.get(ExtensionComponent.EXTENSION_ID), extension.getId()));
        extensions.forEach(extension -> ids.put(extension.getId(), extension.getId()));
        return ids;
    }

    @Override
    public void reconnectUserFlows(RealmModel realm) {
        Map<String, String> ids = idsByImportedName(realm);
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        for (UserFlow flow : userFlows.list(realm).toList()) {
            UserFlow.Extensions known = flow.extensions().map(id -> ids.getOrDefault(id, id));
            if (!known.equals(flow.extensions())) {
                userFlows.update(realm, flow.withExtensions(known));
            }
        }
        components(realm).stream()
                .filter(extension -> !extension.getId().equals(extension.get(ExtensionComponent.EXTENSION_ID)))
                .map(ComponentModel::new)
                .forEach(extension -> {
                    extension.put(ExtensionComponent.EXTENSION_ID, extension.getId());
                    realm.updateComponent(extension);
                });
    }

    private static List<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), ExtensionComponent.PROVIDER_TYPE)
                .toList();
    }

    private static Optional<ComponentModel> component(RealmModel realm, String id) {
        return Optional.ofNullable(realm.getComponent(id)).filter(ExtensionComponent::holdsOne);
    }

    private static CustomExtension withKeptSecret(CustomExtension extension, CustomExtension stored) {
        if (!keepsSecret(extension)) {
            return extension;
        }
        if (stored.authentication() == null
                || stored.authentication().secret() == null
                || !TargetServer.of(extension).isSameAs(TargetServer.of(stored))
                || !extension.authentication().sendsSecretWhere(stored.authentication())) {
            throw secretMissing();
        }
        return extension.withSecret(stored.authentication().secret());
    }

    private static boolean keepsSecret(CustomExtension extension) {
        return extension.authentication() != null && extension.authentication().keepsSecret();
    }

    private static TenantException secretMissing() {
        return TenantException.invalid(
                "xt_extension_secret_missing",
                "authentication.secret",
                "The stored secret stays with its type, token endpoint, client, scope and the target's host and port; give it again.");
    }

    private static TenantException notFound() {
        return TenantException.notFound("xt_extension_not_found", "There is no such extension.");
    }
}
