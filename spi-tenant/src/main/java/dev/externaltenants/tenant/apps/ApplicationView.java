package dev.externaltenants.tenant.apps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.keycloak.models.ClientModel;

/**
 * An app as the REST shows it.
 *
 * @param theme name of the theme that its customers see; absent where that is the tenant's own brand
 */
record ApplicationView(@JsonUnwrapped Application application, String theme) {

    static ApplicationView of(ClientModel client, AppThemes themes) {
        return new ApplicationView(AppClient.read(client), themes.of(client).orElse(null));
    }
}
