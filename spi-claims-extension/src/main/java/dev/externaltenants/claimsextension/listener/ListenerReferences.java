package dev.externaltenants.claimsextension.listener;

import java.util.List;
import java.util.Set;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Application;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a listener names, the tenant has: extension, apps, user flows and attribute. */
final class ListenerReferences {

    /** An API of the tenant that fails must not lock out who could mend it. */
    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            Constants.ADMIN_CONSOLE_CLIENT_ID,
            Constants.ADMIN_CLI_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID);

    private final KeycloakSession session;

    ListenerReferences(KeycloakSession session) {
        this.session = session;
    }

    /** Returns false of the consoles of administrators and what Keycloak needs for itself. */
    static boolean mayBeListenedTo(ClientModel app) {
        return !FOR_ADMINISTRATORS.contains(app.getClientId());
    }

    /** @throws TenantException for the first thing that the tenant does not have */
    void check(RealmModel realm, AuthenticationEventListener listener) {
        CustomExtension extension = CustomExtensionProvider.of(session)
                .find(realm, listener.extensionId())
                .orElseThrow(() ->
                        TenantException.invalid("xt_extension_unknown", "extensionId", "There is no such extension."));
        if (listener.event() == AuthenticationEvent.PASSWORD_SUBMIT && extension.encryptionKey() == null) {
            throw TenantException.invalid(
                    "xt_extension_key_missing",
                    "extensionId",
                    "The extension has no key to which passwords could be encrypted.");
        }
        checkApplications(realm, listener.conditions().includeApplications());
        checkUserFlows(realm, listener.conditions().userFlows());
        if (listener.migrationAttribute() != null) {
            checkMigrationAttribute(realm, listener.migrationAttribute());
        }
    }

    private void checkMigrationAttribute(RealmModel realm, String attribute) {
        if (!isBoolean(realm, attribute)) {
            throw TenantException.invalid(
                    "xt_listener_migration_attribute_unknown",
                    "migrationAttribute",
                    "The tenant has no attribute " + attribute + " of type BOOLEAN.");
        }
        if (!CustomAttributeProvider.of(session).marksMigration(realm, attribute)) {
            // Customers who mark themselves have the old system decide about passwords that are theirs by now.
            throw TenantException.invalid(
                    "xt_listener_migration_attribute_unsuitable",
                    "migrationAttribute",
                    "The user profile lets customers write " + attribute + "; only administrators may.");
        }
    }

    private static void checkApplications(RealmModel realm, List<Application> applications) {
        for (int i = 0; i < applications.size(); i++) {
            String clientId = applications.get(i).appId();
            ClientModel app = clientId == null ? null : realm.getClientByClientId(clientId);
            if (app == null || !mayBeListenedTo(app)) {
                throw TenantException.invalid(
                        "xt_listener_application_unknown",
                        "conditions.includeApplications[" + i + "].appId",
                        "The tenant has no app of this client id.");
            }
        }
    }

    private void checkUserFlows(RealmModel realm, List<String> userFlows) {
        for (int i = 0; i < userFlows.size(); i++) {
            if (UserFlowProvider.of(session).find(realm, userFlows.get(i)).isEmpty()) {
                throw TenantException.invalid(
                        "xt_listener_user_flow_unknown",
                        "conditions.userFlows[" + i + "]",
                        "The tenant has no user flow of this id.");
            }
        }
    }

    private boolean isBoolean(RealmModel realm, String attribute) {
        return CustomAttributeProvider.of(session)
                .find(realm, attribute)
                .filter(found -> found.dataType() == DataType.BOOLEAN)
                .isPresent();
    }
}
