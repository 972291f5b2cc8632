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
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.claims.ApplicationClaim;
import dev.externaltenants.customattributes.claims.ApplicationClaims;
import dev.externaltenants.tenant.apps.AppClient;
import dev.externaltenants.tenant.apps.AppRegistrations;
import dev.externaltenants.tenant.apps.AppRole;
import dev.externaltenants.tenant.apps.AppRoles;
import dev.externaltenants.tenant.apps.AppType;
import dev.externaltenants.tenant.apps.Application;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The apps that were registered with us, which name their user flow; other clients are Keycloak's to carry. */
final class ApplicationItems implements DocumentItems<DocumentedApplication> {

    private static final String ROLES = "roles";
    private static final String CLAIMS = "claims";
    private static final TypeReference<List<AppRole>> ROLE_LIST = new TypeReference<>() {};
    private static final TypeReference<List<ApplicationClaim>> CLAIM_LIST = new TypeReference<>() {};

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppRegistrations registrations;

    ApplicationItems(KeycloakSession session, RealmModel realm, AdminAuth administrator) {
        this.session = session;
        this.realm = realm;
        this.registrations = new AppRegistrations(session, realm, administrator);
    }

    @Override
    public String key() {
        return "clientId";
    }

    @Override
    public Stream<DocumentedApplication> list() {
        ApplicationClaims claims = claims();
        return registrations
                .registered()
                .map(client -> new DocumentedApplication(
                        AppClient.read(client), new AppRoles(client).list().toList(), claims.list(client)));
    }

    @Override
    public ObjectNode show(DocumentedApplication item) {
        Application app = item.app();
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        String flow = userFlows.find(realm, app.userFlow()).map(UserFlow::name).orElse(app.userFlow());
        ObjectNode shown = Json.object(app.withUserFlow(flow).sorted());
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
        return shown;
    }

    @Override
    public DocumentedApplication read(ObjectNode shown) {
        ObjectNode app = shown.deepCopy();
        JsonNode roles = app.remove(ROLES);
        JsonNode claims = app.remove(CLAIMS);
        return new DocumentedApplication(
                Json.read(app.toString(), Application.class),
                list(roles, ROLES, ROLE_LIST),
                list(claims, CLAIMS, CLAIM_LIST));
    }

    @Override
    public boolean isNamedByOthers(DocumentedApplication item) {
        return item.app().type() == AppType.API;
    }

    @Override
    public void create(DocumentedApplication wanted) {
        Optional<ClientModel> present = registrations
                .list()
                .filter(client -> client.getClientId().equals(wanted.app().clientId()))
                .findFirst();
        if (present.isPresent()) {
            registrations.adopt(registrations.findToChange(wanted.app().clientId()), wanted.app());
        } else {
            registrations.register(wanted.app());
        }
        furnish(registrations.find(wanted.app().clientId()), wanted);
    }

    @Override
    public void replace(DocumentedApplication present, DocumentedApplication wanted) {
        ClientModel client = registrations.findToChange(present.app().clientId());
        registrations.replace(client, wanted.app());
        furnish(client, wanted);
    }

    @Override
    public void remove(DocumentedApplication present) {
        registrations.delete(registrations.findToChange(present.app().clientId()));
    }

    /** Lets go of what the cache holds of apps, which the writer before may have replaced on another node. */
    void readAnew() {
        registrations.registered().toList().forEach(app -> registrations.findToChange(app.getClientId()));
    }

    /** Takes apps from user flows that are about to go. */
    void releaseFromAllBut(Set<String> names) {
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        userFlows.list(realm).filter(flow -> !names.contains(flow.name())).forEach(flow -> registrations
                .registered()
                .filter(app -> flow.id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE)))
                .toList()
                .forEach(app -> userFlows.release(flow, app)));
    }

    private void furnish(ClientModel client, DocumentedApplication wanted) {
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
        return new ApplicationClaims(CustomAttributeProvider.of(session).catalogue(realm));
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
