package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The custom authentication extensions. Secrets are taken and never shown: one that is left out stays. */
final class ExtensionItems implements DocumentItems<CustomExtension> {

    private final CustomExtensionProvider extensions;
    private final RealmModel realm;

    ExtensionItems(KeycloakSession session, RealmModel realm) {
        this.extensions = CustomExtensionProvider.of(session);
        this.realm = realm;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Stream<CustomExtension> list() {
        return extensions.list(realm);
    }

    @Override
    public ObjectNode show(CustomExtension extension) {
        ObjectNode shown = Json.object(extension.withoutDefaultResourceId());
        if (extension.holdsSecret()) {
            shown.withObject("authentication").remove("secret");
        }
        return shown.remove(List.of("id", "version"));
    }

    @Override
    public Optional<String> changedSecret(CustomExtension present, CustomExtension wanted) {
        return wanted.givesOtherSecretThan(present) ? Optional.of("authentication.secret") : Optional.empty();
    }

    @Override
    public CustomExtension read(ObjectNode shown) {
        return Json.read(shown.toString(), CustomExtension.class);
    }

    @Override
    public void create(CustomExtension wanted) {
        extensions.create(realm, wanted);
    }

    @Override
    public void replace(CustomExtension present, CustomExtension wanted) {
        extensions.update(
                realm, wanted.meaningStoredSecret().withId(present.id()).withVersion(present.version()));
    }

    @Override
    public void remove(CustomExtension present) {
        extensions.delete(realm, present.id());
    }
}
