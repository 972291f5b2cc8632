package dev.externaltenants.tenant.document;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.TenantSettings;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The settings of the tenant itself. What the section leaves out stays, as in a change of the settings alone. */
final class SettingsSection implements DocumentSection {

    private static final String NAME = "tenant";

    /** The realm's, and of another realm another one. */
    private static final String NAME_OF_REALM = "name";

    private static final String DOMAIN_NAME = "domainName";
    private static final String CODE_CUSTOMERS = TenantSettings.CODE_CUSTOMERS;

    private final KeycloakSession session;
    private final RealmModel realm;

    SettingsSection(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ObjectNode read() {
        ObjectNode shown = Json.object(TenantProvider.of(session).find(realm).orElseThrow(SettingsSection::notFound));
        shown.remove(NAME_OF_REALM);
        if (!shown.has(DOMAIN_NAME)) {
            // The word for none, so that the document takes another tenant's away.
            shown.put(DOMAIN_NAME, "");
        }
        if (!shown.path(CODE_CUSTOMERS).asBoolean()) {
            // Not a wish: where user flows change their method it becomes true, for the customers whom they leave
            // behind.
            shown.remove(CODE_CUSTOMERS);
        }
        return shown;
    }

    @Override
    public List<DocumentChange> put(JsonNode wanted) {
        if (!(wanted instanceof ObjectNode settings)) {
            throw TenantException.invalid("xt_invalid_value", NAME, "Send an object.");
        }
        if (settings.has(NAME_OF_REALM)) {
            throw TenantException.invalid(
                    "xt_unknown_field", NAME + "." + NAME_OF_REALM, "Documents have no such field.");
        }
        ObjectNode present = read();
        if (!present.has(CODE_CUSTOMERS)) {
            present.put(CODE_CUSTOMERS, false);
        }
        ObjectNode after = present.deepCopy().setAll(settings);
        try {
            Tenant tenant = Json.read(settings.toString(), Tenant.class);
            if (!after.equals(present)) {
                TenantProvider.of(session).establish(realm, tenant);
            }
        } catch (TenantException refused) {
            throw refused.at(NAME);
        }
        return List.of();
    }

    @Override
    public void prune(JsonNode wanted) {
        // a tenant always has its settings
    }

    private static TenantException notFound() {
        return TenantException.notFound("xt_tenant_not_found", "This realm is not an external tenant.");
    }
}
