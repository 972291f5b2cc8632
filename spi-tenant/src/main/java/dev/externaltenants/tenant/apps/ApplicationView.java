package dev.externaltenants.tenant.apps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.ClientModel;

/**
 * An app as the REST shows it.
 *
 * @param theme name of the theme that its customers see; absent where that is the tenant's own brand
 */
record ApplicationView(@JsonUnwrapped Application application, String theme) {

    private static final String THEME = "theme";

    static ApplicationView of(ClientModel client, AppThemes themes) {
        return new ApplicationView(
                AppClient.read(client), themes.shownBy(client).orElse(null));
    }

    /**
     * Returns the app that shall take this one's place.
     *
     * @param body may have the theme as it is shown
     * @throws TenantException {@code xt_application_theme_immutable}, or what is wrong with the JSON
     */
    Application replacedBy(String body) {
        ObjectNode given = Json.read(body, ObjectNode.class);
        JsonNode givenTheme = given.remove(THEME);
        if (givenTheme != null && !givenTheme.equals(Json.tree(theme))) {
            throw TenantException.conflict(
                    "xt_application_theme_immutable",
                    THEME,
                    "A theme is given to apps at …/themes/{name}/applications.");
        }
        return Json.read(given.toString(), Application.class);
    }
}
