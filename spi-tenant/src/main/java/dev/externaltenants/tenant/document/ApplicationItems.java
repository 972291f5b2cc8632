package dev.externaltenants.tenant.document;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tenant.apps.AppRegistrations;
import dev.externaltenants.tenant.apps.AppRoles;
import dev.externaltenants.tenant.apps.AppType;
import dev.externaltenants.tenant.apps.Application;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The apps that were registered with us, which name their user flow; other clients are Keycloak's to carry. */
final class ApplicationItems implements DocumentItems<DocumentedApplication> {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AppRegistrations registrations;
    private final ApplicationDetails details;

    ApplicationItems(KeycloakSession session, RealmModel realm, AdminAuth administrator) {
        this.session = session;
        this.realm = realm;
        this.registrations = new AppRegistrations(session, realm, administrator);
        this.details = new ApplicationDetails(session, realm);
    }

    @Override
    public String key() {
        return "clientId";
    }

    @Override
    public Stream<DocumentedApplication> list() {
        return details.of(registrations.registered());
    }

    @Override
    public ObjectNode show(DocumentedApplication item) {
        Application app = item.app();
        UserFlowProvider userFlows = UserFlowProvider.of(session);
        String flow = userFlows.find(realm, app.userFlow()).map(UserFlow::name).orElse(app.userFlow());
        ObjectNode shown = Json.object(app.withUserFlow(flow).sorted());
        details.show(item, shown);
        return shown;
    }

    @Override
    public DocumentedApplication read(ObjectNode shown) {
        return details.read(shown);
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
        details.furnish(registrations.find(wanted.app().clientId()), wanted);
    }

    @Override
    public void replace(DocumentedApplication present, DocumentedApplication wanted) {
        ClientModel client = registrations.findToChange(present.app().clientId());
        registrations.replace(client, wanted.app());
        details.furnish(client, wanted);
    }

    @Override
    public void remove(DocumentedApplication present) {
        registrations.delete(registrations.findToChange(present.app().clientId()));
    }

    /** Lets go of what the cache holds of apps, which the writer before may have replaced on another node. */
    void readAnew() {
        registrations.registered().toList().forEach(app -> new AppRoles(registrations.findToChange(app.getClientId()))
                .readAnew(session));
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
}
