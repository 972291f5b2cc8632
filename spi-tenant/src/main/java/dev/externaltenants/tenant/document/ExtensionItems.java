package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The custom authentication extensions. They hold no secret: an API knows us by our signature. */
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
        return shown.remove(List.of("id", "version"));
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
        extensions.update(realm, wanted.withId(present.id()).withVersion(present.version()));
    }

    @Override
    public void remove(CustomExtension present) {
        extensions.delete(realm, present.id());
    }
}
