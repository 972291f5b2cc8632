package dev.externaltenants.tenant.document;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The custom attributes; the built-in ones are every tenant's. */
final class AttributeItems implements DocumentItems<CustomAttribute> {

    private final CustomAttributeProvider attributes;
    private final RealmModel realm;

    AttributeItems(KeycloakSession session, RealmModel realm) {
        this.attributes = CustomAttributeProvider.of(session);
        this.realm = realm;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Stream<CustomAttribute> list() {
        return attributes.list(realm);
    }

    @Override
    public ObjectNode show(CustomAttribute attribute) {
        return Json.object(attribute);
    }

    @Override
    public CustomAttribute read(ObjectNode shown) {
        return Json.read(shown.toString(), CustomAttribute.class);
    }

    @Override
    public void create(CustomAttribute wanted) {
        attributes.define(realm, wanted);
    }

    @Override
    public void replace(CustomAttribute present, CustomAttribute wanted) {
        attributes.update(realm, wanted);
    }

    @Override
    public void remove(CustomAttribute present) {
        attributes.delete(realm, present.name());
    }
}
