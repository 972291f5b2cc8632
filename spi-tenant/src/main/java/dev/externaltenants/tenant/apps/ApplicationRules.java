package dev.externaltenants.tenant.apps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.externaltenants.userflow.TenantException;

/** Which values an app may have, looked at alone. Source of the limits: Entra service limits. */
final class ApplicationRules {

    private static final int MAX_REDIRECT_URIS = 100;
    private static final int MAX_LOGOUT_URIS = 1;
    private static final int MAX_APIS = 100;
    private static final int MAX_DISPLAY_NAME = 255;

    /** One segment of a path, and the tail of a service account's user name. */
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private ApplicationRules() {}

    /** @throws TenantException naming the first field that breaks a rule */
    static void checkNew(Application wanted) {
        require(
                wanted.type() != null && wanted.type() != AppType.OTHER,
                "xt_application_type_invalid",
                "type",
                "Give the type: spa, web, mobile, native-auth, daemon or api.");
        require(
                wanted.clientId() == null
                        || CLIENT_ID.matcher(wanted.clientId()).matches(),
                "xt_application_client_id_invalid",
                "clientId",
                "A client id has 1 to 128 letters, digits, dots, underscores or hyphens and begins with a letter or digit.");
        checkValues(wanted, Application.bare(wanted.type()));
    }

    /**
     * What the client has already stays possible: it may have come by another way than ours, and must not keep an operator
     * from deactivating it.
     *
     * @throws TenantException naming the first field that breaks a rule
     */
    static void checkChange(Application wanted, Application present) {
        if (wanted.clientId() != null && !wanted.clientId().equals(present.clientId())) {
            throw TenantException.conflict(
                    "xt_application_client_id_immutable", "clientId", "The client id of an app never changes.");
        }
        if (wanted.type() != null && wanted.type() != present.type()) {
            throw TenantException.conflict(
                    "xt_application_type_immutable", "type", "The type of an app never changes. Register another app.");
        }
        if (present.type() == AppType.OTHER) {
            throw TenantException.conflict(
                    "xt_application_type_foreign",
                    null,
                    "This client is of no type that we register. Change it in Keycloak.");
        }
        checkValues(wanted.withIdentity(present.clientId(), present.type()), present);
    }

    private static void checkValues(Application wanted, Application present) {
        require(
                wanted.displayName() == null || isDisplayName(wanted.displayName()),
                "xt_application_display_name_invalid",
                "displayName",
                "A display name is one line of 1 to " + MAX_DISPLAY_NAME + " characters.");
        checkSuitable(wanted);
        checkRedirectUris(wanted, present);
        checkLogout(wanted, present);
        require(
                wanted.apis().size() <= MAX_APIS,
                "xt_application_apis_too_many",
                "apis",
                "An app has at most " + MAX_APIS + " APIs.");
        checkEach(wanted.apis(), "apis", api -> true);
    }

    private static boolean isDisplayName(String text) {
        return !text.isBlank()
                && text.length() <= MAX_DISPLAY_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void checkSuitable(Application wanted) {
        AppType type = wanted.type();
        boolean signsIn = type.signsCustomersIn();
        requireSuitable(signsIn || wanted.redirectUris().isEmpty(), "redirectUris", type);
        requireSuitable(signsIn || wanted.postLogoutRedirectUris().isEmpty(), "postLogoutRedirectUris", type);
        requireSuitable(signsIn || wanted.userFlow() == null, "userFlow", type);
        boolean isPage = signsIn && !type.isOfDevice();
        requireSuitable(isPage || wanted.frontChannelLogoutUrl() == null, "frontChannelLogoutUrl", type);
        requireSuitable(type != AppType.API || wanted.apis().isEmpty(), "apis", type);
        requireSuitable(signsIn || !wanted.groupsClaim(), "groupsClaim", type);
    }

    private static void requireSuitable(boolean holds, String field, AppType type) {
        require(holds, "xt_application_field_unsuitable", field, "An app of type " + type + " has no such field.");
    }

    private static void checkRedirectUris(Application wanted, Application present) {
        if (same(wanted.redirectUris(), present.redirectUris())) {
            return;
        }
        require(
                wanted.redirectUris().size() <= MAX_REDIRECT_URIS,
                "xt_application_redirect_uris_too_many",
                "redirectUris",
                "An app has at most " + MAX_REDIRECT_URIS + " redirect URIs.");
        Set<String> stored = new HashSet<>(present.redirectUris());
        checkEach(wanted.redirectUris(), "redirectUris", uri -> stored.contains(uri) || allowed(uri, wanted.type()));
    }

    private static void checkLogout(Application wanted, Application present) {
        if (!same(wanted.postLogoutRedirectUris(), present.postLogoutRedirectUris())) {
            require(
                    wanted.postLogoutRedirectUris().size() <= MAX_LOGOUT_URIS,
                    "xt_application_logout_uris_too_many",
                    "postLogoutRedirectUris",
                    "An app has at most one address after sign-out, besides its redirect URIs.");
            checkEach(wanted.postLogoutRedirectUris(), "postLogoutRedirectUris", uri -> allowed(uri, wanted.type()));
        }
        String url = wanted.frontChannelLogoutUrl();
        require(
                url == null
                        || url.equals(present.frontChannelLogoutUrl())
                        || RedirectUri.ofPage(url).isPresent(),
                "xt_application_logout_url_invalid",
                "frontChannelLogoutUrl",
                "Give an https URL, or one of http on the loopback interface.");
    }

    private static boolean allowed(String uri, AppType type) {
        return (type.isOfDevice() ? RedirectUri.ofDevice(uri) : RedirectUri.ofPage(uri)).isPresent();
    }

    private static void checkEach(List<String> values, String field, Predicate<String> allowed) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String path = field + "[" + i + "]";
            require(
                    allowed.test(values.get(i)),
                    "xt_application_redirect_uri_invalid",
                    path,
                    "Give an exact URI of at most " + RedirectUri.MAX_LENGTH
                            + " characters, without wildcard, fragment and user: https, http on the loopback interface,"
                            + " or for apps on a device a scheme of the app's own with a dot.");
            require(seen.add(values.get(i)), "xt_application_value_repeated", path, "The list has this value twice.");
        }
    }

    private static boolean same(List<String> one, List<String> other) {
        return new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
