package dev.externaltenants.tenant.apps;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** The roles of an app: client roles, which vanish with the client and travel with exports. */
public final class AppRoles {

    private static final int MAX_TEXT = 255;

    /** No space, as in Entra's; one segment of a path. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,119}");

    private final ClientModel app;

    public AppRoles(ClientModel app) {
        this.app = app;
    }

    /** Returns the roles ordered by value. */
    public Stream<AppRole> list() {
        return app.getRolesStream().map(AppRole::read).sorted(Comparator.comparing(AppRole::value));
    }

    /** @throws TenantException {@code xt_application_role_not_found} */
    AppRole read(String value) {
        return AppRole.read(find(value));
    }

    /** Lets go of what the cache holds of the roles, which the writer before may have replaced or removed. */
    public void readAnew(KeycloakSession session) {
        KeycloakCompat.of(session).readRolesAnew(app);
    }

    /** @throws TenantException what the rules say, or {@code xt_application_role_taken} */
    public AppRole create(AppRole wanted) {
        require(
                wanted.value() != null && VALUE.matcher(wanted.value()).matches(),
                "xt_application_role_value_invalid",
                "value",
                "A value has 1 to 120 letters, digits, dots, underscores, colons or hyphens and begins with a letter or"
                        + " digit.");
        checkTexts(wanted);
        if (app.getRole(wanted.value()) != null) {
            throw TenantException.conflict(
                    "xt_application_role_taken", "value", "The app has a role of this value already.");
        }
        RoleModel role = app.addRole(wanted.value());
        wanted.writeTo(role);
        AppClaim.ROLES.switchTo(true, app);
        return AppRole.read(role);
    }

    /** @throws TenantException what the rules say, or {@code xt_application_role_not_found} */
    public AppRole replace(String value, AppRole wanted) {
        RoleModel role = find(value);
        if (wanted.value() != null && !wanted.value().equals(value)) {
            throw TenantException.conflict(
                    "xt_application_role_value_immutable", "value", "The value of a role never changes.");
        }
        AppRole changed = wanted.withValue(value);
        checkTexts(changed);
        changed.writeTo(role);
        return AppRole.read(role);
    }

    /** @throws TenantException {@code xt_application_role_not_found}, {@code xt_application_role_enabled} */
    public void delete(String value) {
        RoleModel role = find(value);
        if (AppRole.isEnabled(role)) {
            throw TenantException.conflict(
                    "xt_application_role_enabled", null, "Disable the role before you delete it.");
        }
        app.removeRole(role);
    }

    private RoleModel find(String value) {
        return Optional.ofNullable(app.getRole(value))
                .orElseThrow(() -> TenantException.notFound(
                        "xt_application_role_not_found", "The app has no role of this value."));
    }

    private static void checkTexts(AppRole role) {
        require(isText(role.displayName()), "xt_application_role_text_invalid", "displayName", allowedText());
        require(
                role.description() == null || isText(role.description()),
                "xt_application_role_text_invalid",
                "description",
                allowedText());
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT;
    }

    private static String allowedText() {
        return "Give 1 to " + MAX_TEXT + " characters.";
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
