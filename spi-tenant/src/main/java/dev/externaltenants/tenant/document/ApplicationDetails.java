package dev.externaltenants.tenant.document;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.claimsextension.mapping.AppClaimsMapping;
import dev.externaltenants.claimsextension.mapping.ClaimsMapping;
import dev.externaltenants.customattributes.claims.ApplicationClaim;
import dev.externaltenants.customattributes.claims.ApplicationClaims;
import dev.externaltenants.tenant.apps.AppClient;
import dev.externaltenants.tenant.apps.AppRole;
import dev.externaltenants.tenant.apps.AppRoles;
import dev.externaltenants.tenant.apps.AppThemes;
import dev.externaltenants.tenant.apps.Application;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What our REST shows below an app, and documents show in it: its roles, claims, claims mapping and theme. */
final class ApplicationDetails {

    private static final String ROLES = "roles";
    private static final String CLAIMS = "claims";
    private static final String CLAIMS_MAPPING = "claimsMapping";
    private static final String THEME = "theme";
    private static final TypeReference<List<AppRole>> ROLE_LIST = new TypeReference<>() {};
    private static final TypeReference<List<ApplicationClaim>> CLAIM_LIST = new TypeReference<>() {};

    private final KeycloakSession session;
    private final RealmModel realm;

    ApplicationDetails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Stream<DocumentedApplication> of(Stream<ClientModel> clients) {
        ApplicationClaims claims = claims();
        AppThemes themes = AppThemes.ofMany(session, realm);
        return clients.map(client -> new DocumentedApplication(
                AppClient.read(client),
                new AppRoles(client).list().toList(),
                claims.list(client),
                AppClaimsMapping.of(client),
                themes.shownBy(client)));
    }

    void show(DocumentedApplication item, ObjectNode shown) {
        shown.set(
                ROLES,
                Json.tree(item.roles().stream()
                        .sorted(Comparator.comparing(AppRole::value, Comparator.nullsFirst(String::compareTo)))
                        .toList()));
        shown.set(
                CLAIMS,
                Json.tree(item.claims().stream()
                        .sorted(Comparator.comparing(ApplicationClaim::claim, Comparator.nullsFirst(String::compareTo)))
                        .toList()));
        item.claimsMapping().ifPresent(mapping -> shown.set(CLAIMS_MAPPING, Json.tree(mapping)));
        item.theme().ifPresent(theme -> shown.put(THEME, theme));
    }

    DocumentedApplication read(ObjectNode shown) {
        ObjectNode app = shown.deepCopy();
        JsonNode roles = app.remove(ROLES);
        JsonNode claims = app.remove(CLAIMS);
        JsonNode mapping = app.remove(CLAIMS_MAPPING);
        JsonNode theme = app.remove(THEME);
        return new DocumentedApplication(
                Json.read(app.toString(), Application.class),
                list(roles, ROLES, ROLE_LIST),
                list(claims, CLAIMS, CLAIM_LIST),
                mapping(mapping),
                theme(theme));
    }

    void furnish(ClientModel client, DocumentedApplication wanted) {
        AppRoles roles = new AppRoles(client);
        List<AppRole> present = roles.list().toList();
        for (int i = 0; i < wanted.roles().size(); i++) {
            put(roles, present, wanted.roles().get(i), ROLES + "[" + i + "]");
        }
        Set<String> kept =
                Set.copyOf(wanted.roles().stream().map(AppRole::value).toList());
        present.stream().filter(role -> !kept.contains(role.value())).forEach(role -> {
            roles.replace(role.value(), role.disabled());
            roles.delete(role.value());
        });
        try {
            claims().replace(client, wanted.claims());
        } catch (TenantException refused) {
            throw refused.at(CLAIMS);
        }
        try {
            wanted.claimsMapping()
                    .ifPresentOrElse(
                            mapping -> AppClaimsMapping.store(client, mapping), () -> AppClaimsMapping.remove(client));
        } catch (TenantException refused) {
            throw refused.at(CLAIMS_MAPPING);
        }
        if (!AppThemes.ofOne(session, realm).shownBy(client).equals(wanted.theme())) {
            show(wanted.theme().orElse(null), client);
        }
    }

    private void show(String theme, ClientModel client) {
        BrandingProvider brands = BrandingProvider.of(session);
        if (theme != null && brands.find(realm, theme).isEmpty()) {
            throw TenantException.invalid("xt_theme_unknown", THEME, "There is no theme of the name " + theme + ".");
        }
        brands.assign(realm, theme, client);
    }

    private static Optional<String> theme(JsonNode given) {
        if (given != null && !given.isTextual()) {
            throw TenantException.invalid("xt_invalid_value", THEME, "The name of a theme.");
        }
        return Optional.ofNullable(given).map(JsonNode::textValue);
    }

    private static void put(AppRoles roles, List<AppRole> present, AppRole wanted, String path) {
        try {
            Optional<AppRole> before = present.stream()
                    .filter(role -> role.value().equals(wanted.value()))
                    .findFirst();
            if (before.isEmpty()) {
                roles.create(wanted);
            } else if (!before.get().equals(wanted)) {
                roles.replace(wanted.value(), wanted);
            }
        } catch (TenantException refused) {
            throw refused.at(path);
        }
    }

    private ApplicationClaims claims() {
        return ApplicationClaims.of(session, realm);
    }

    private static Optional<ClaimsMapping> mapping(JsonNode given) {
        try {
            return given == null || given.isNull()
                    ? Optional.empty()
                    : Optional.of(Json.read(given.toString(), ClaimsMapping.class));
        } catch (TenantException refused) {
            throw refused.at(CLAIMS_MAPPING);
        }
    }

    private static <T> List<T> list(JsonNode given, String field, TypeReference<List<T>> type) {
        try {
            List<T> read = given == null ? List.of() : Json.read(given.toString(), type);
            if (read.stream().anyMatch(Objects::isNull)) {
                throw TenantException.invalid("xt_invalid_value", null, "The value is not of the expected type.");
            }
            return read;
        } catch (TenantException refused) {
            throw refused.at(field);
        }
    }
}
