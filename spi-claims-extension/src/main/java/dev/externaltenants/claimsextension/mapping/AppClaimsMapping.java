package dev.externaltenants.claimsextension.mapping;

import java.util.Optional;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.ClientModel;

/** The claims mapping of an app, kept as an attribute of its client, so that it travels with the client wherever that goes. */
public final class AppClaimsMapping {

    /** Holds the document as Entra has it. */
    public static final String CLIENT_ATTRIBUTE = "xt.claimsMapping";

    private AppClaimsMapping() {}

    /**
     * Returns the app's mapping, or nothing where the extension's own map counts.
     *
     * @throws TenantException what the first broken rule says, as of an import while we were not there
     */
    public static Optional<ClaimsMapping> of(ClientModel app) {
        if (!isOf(app)) {
            return Optional.empty();
        }
        ClaimsMapping mapping = Json.read(app.getAttribute(CLIENT_ATTRIBUTE), ClaimsMapping.class);
        new ClaimsMappingRules(ClaimNames.of(app)).check(mapping);
        return Optional.of(mapping);
    }

    /** Returns whether the app has one, be it readable or not. */
    public static boolean isOf(ClientModel app) {
        String stored = app.getAttribute(CLIENT_ATTRIBUTE);
        return stored != null && !stored.isBlank();
    }

    /** @throws TenantException what the first broken rule says */
    public static void store(ClientModel app, ClaimsMapping mapping) {
        new ClaimsMappingRules(ClaimNames.of(app)).check(mapping);
        String text = Json.write(mapping);
        // Every write of a client empties its cache on all nodes.
        if (!text.equals(app.getAttribute(CLIENT_ATTRIBUTE))) {
            app.setAttribute(CLIENT_ATTRIBUTE, text);
        }
    }

    public static void remove(ClientModel app) {
        if (app.getAttribute(CLIENT_ATTRIBUTE) != null) {
            app.removeAttribute(CLIENT_ATTRIBUTE);
        }
    }
}
