package dev.externaltenants.tenant.apps;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.Applications;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.clientpolicy.context.AdminClientUnregisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdateContext;
import org.keycloak.services.clientpolicy.context.AdminClientUpdatedContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;

/** The engine of app registration: apps are clients of the realm, with settings that suit their type. */
public final class AppRegistrations {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminAuth administrator;
    private final ClientPolicies policies;

    public AppRegistrations(KeycloakSession session, RealmModel realm, AdminAuth administrator) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
        this.policies = new ClientPolicies(session);
    }

    /** Returns the tenant's apps ordered by client id, whoever registered them. */
    public Stream<ClientModel> list() {
        return realm.getClientsStream()
                .filter(client -> !InternalClients.contains(client.getClientId()))
                .sorted(Comparator.comparing(ClientModel::getClientId));
    }

    /** Returns the apps that were registered with us, ordered by client id. */
    public Stream<ClientModel> registered() {
        return list().filter(client -> client.getAttribute(AppType.ATTRIBUTE) != null);
    }

    /** @throws TenantException {@code xt_application_not_found} */
    public ClientModel find(String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .filter(client -> !InternalClients.contains(clientId))
                .orElseThrow(() -> TenantException.notFound(
                        "xt_application_not_found", "The tenant has no app of this client id."));
    }

    /**
     * Finds an app to change, after any other writer of the tenant has finished.
     *
     * @throws TenantException {@code xt_application_not_found}, {@code xt_application_internal}
     */
    public ClientModel findToChange(String clientId) {
        if (InternalClients.contains(clientId)) {
            throw TenantException.conflict(
                    "xt_application_internal", null, "This client is Keycloak's own and is not administered here.");
        }
        KeycloakCompat.of(session).lockConfiguration(realm);
        return Applications.readAnew(find(clientId));
    }

    /** @throws TenantException what the rules say, or {@code xt_application_client_id_taken} */
    public ClientModel register(Application wanted) {
        ApplicationRules.checkNew(wanted);
        KeycloakCompat.of(session).lockConfiguration(realm);
        Application app = wanted.withIdentity(
                wanted.clientId() == null ? KeycloakModelUtils.generateId() : wanted.clientId(), wanted.type());
        if (InternalClients.contains(app.clientId()) || realm.getClientByClientId(app.clientId()) != null) {
            throw TenantException.conflict(
                    "xt_application_client_id_taken", "clientId", "The tenant has a client of this client id already.");
        }
        ClientRepresentation settings = ClientSettings.forNew(app);
        policies.ask(new AdminClientRegisterContext(settings, administrator));
        UserFlowProvider.of(session).permitMappings();
        ClientModel client = ClientManager.createClient(session, realm, settings);
        if (app.type() == AppType.DAEMON) {
            new ClientManager(new RealmManager(session)).enableServiceAccount(client);
        }
        relate(client, null, app);
        policies.validate(client, true);
        policies.ask(new AdminClientRegisteredContext(client, administrator));
        return client;
    }

    /** @throws TenantException what the rules say */
    public void replace(ClientModel client, Application wanted) {
        Application present = AppClient.read(client);
        ApplicationRules.checkChange(wanted, present);
        Application app = wanted.withIdentity(present.clientId(), present.type());
        ClientRepresentation settings = ModelToRepresentation.toRepresentation(client, session);
        ClientSettings.change(settings, present, app);
        policies.ask(new AdminClientUpdateContext(settings, client, administrator));
        UserFlowProvider.of(session).permitMappings();
        RepresentationToModel.updateClient(settings, client, session);
        relate(client, present.userFlow(), app);
        policies.validate(client, false);
        policies.ask(new AdminClientUpdatedContext(settings, client, administrator));
    }

    /**
     * Replaces an app that came by another way than ours, and counts it among those registered from now on.
     *
     * @throws TenantException what the rules say
     */
    public void adopt(ClientModel client, Application wanted) {
        replace(client, wanted);
        client.setAttribute(AppType.ATTRIBUTE, AppType.of(client).toString());
    }

    /** @throws TenantException {@code xt_application_in_use} */
    public void delete(ClientModel client) {
        long callers = AppType.of(client) == AppType.API
                ? list().filter(app -> ApiAudiences.of(app).contains(client.getClientId()))
                        .count()
                : 0;
        if (callers > 0) {
            throw TenantException.conflict(
                    "xt_application_in_use", null, callers + " app(s) name this API. Take it out of their apis first.");
        }
        policies.ask(new AdminClientUnregisterContext(client, administrator));
        AuthenticationEventListenerProvider.of(session).forgetApplication(realm, client.getClientId());
        new ClientManager(new RealmManager(session)).removeClient(realm, client);
    }

    /** Says whether the app's customers would get another user flow, for which more permission is asked. */
    boolean changesUserFlow(ClientModel client, Application wanted) {
        return !Objects.equals(client.getAttribute(UserFlow.CLIENT_ATTRIBUTE), flowId(wanted));
    }

    private void relate(ClientModel client, String presentFlow, Application app) {
        ApiAudiences.replace(client, app.apis());
        AppClaim.GROUPS.switchTo(app.groupsClaim(), client);
        if (app.userFlow() == null) {
            UserFlowProvider.of(session).release(client);
        } else if (!app.userFlow().equals(presentFlow)) {
            UserFlow flow = flow(app.userFlow())
                    .orElseThrow(() -> TenantException.invalid(
                            "xt_application_user_flow_unknown",
                            "userFlow",
                            "The tenant has no user flow of this id or name."));
            UserFlowProvider.of(session).assign(flow, client);
        }
    }

    private String flowId(Application wanted) {
        return wanted.userFlow() == null
                ? null
                : flow(wanted.userFlow()).map(UserFlow::id).orElse(wanted.userFlow());
    }

    private Optional<UserFlow> flow(String idOrName) {
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        return userFlows.find(realm, idOrName).or(() -> userFlows
                .list(realm)
                .filter(flow -> flow.name().equals(idOrName))
                .findFirst());
    }
}
