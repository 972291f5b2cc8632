package dev.externaltenants.customattributes;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.keycloak.models.RealmModel;

/**
 * The names that Entra gives custom attributes in its contracts, {@code extension_<appid>_<Name>}. Where Entra has the id of
 * an app that stores them, a tenant has an id that follows from its realm's and never changes.
 */
public final class WireNames {

    private final String prefix;

    private WireNames(String prefix) {
        this.prefix = prefix;
    }

    public static WireNames of(RealmModel realm) {
        UUID app = UUID.nameUUIDFromBytes(("xt-extensions-app " + realm.getId()).getBytes(StandardCharsets.UTF_8));
        return new WireNames("extension_" + app.toString().replace("-", "") + "_");
    }

    /** Returns the name for the wire; built-in attributes have there the one they always have. */
    public String of(TenantAttribute attribute) {
        return attribute instanceof CustomAttribute ? prefix + attribute.key() : attribute.key();
    }

    /** Returns the catalogue's name of an attribute, given by that or by the wire's. */
    public String key(String name) {
        return name != null && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
