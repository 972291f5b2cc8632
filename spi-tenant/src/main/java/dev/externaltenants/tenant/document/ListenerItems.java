package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The event listeners, which name their extension and user flows. */
final class ListenerItems implements DocumentItems<AuthenticationEventListener> {

    private static final String EXTENSION_ID = "extensionId";
    private static final String CONDITIONS = "conditions";
    private static final String USER_FLOWS = "userFlows";

    private final AuthenticationEventListenerProvider listeners;
    private final CustomExtensionProvider extensions;
    private final UserFlowProvider userFlows;
    private final RealmModel realm;

    ListenerItems(KeycloakSession session, RealmModel realm) {
        this.listeners = AuthenticationEventListenerProvider.of(session);
        this.extensions = CustomExtensionProvider.of(session);
        this.userFlows = UserFlowProvider.of(session);
        this.realm = realm;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Stream<AuthenticationEventListener> list() {
        return listeners.list(realm);
    }

    @Override
    public ObjectNode show(AuthenticationEventListener listener) {
        ObjectNode shown = Json.object(listener);
        return renamed(
                shown.remove(List.of("id", "version")),
                id -> extensions.find(realm, id).map(CustomExtension::name).orElse(id),
                id -> userFlows.find(realm, id).map(UserFlow::name).orElse(id));
    }

    @Override
    public AuthenticationEventListener read(ObjectNode shown) {
        ObjectNode wanted = renamed(shown.deepCopy(), this::extensionId, this::userFlowId);
        return Json.read(wanted.toString(), AuthenticationEventListener.class);
    }

    @Override
    public void create(AuthenticationEventListener wanted) {
        listeners.create(realm, wanted);
    }

    @Override
    public void replace(AuthenticationEventListener present, AuthenticationEventListener wanted) {
        listeners.update(realm, wanted.withIdAndVersion(present.id(), present.version()));
    }

    @Override
    public void remove(AuthenticationEventListener present) {
        listeners.delete(realm, present.id());
    }

    private static ObjectNode renamed(
            ObjectNode listener, UnaryOperator<String> extension, UnaryOperator<String> userFlow) {
        if (listener.path(EXTENSION_ID).isTextual()) {
            listener.put(
                    EXTENSION_ID, extension.apply(listener.path(EXTENSION_ID).textValue()));
        }
        if (listener.path(CONDITIONS).path(USER_FLOWS) instanceof ArrayNode flows) {
            for (int i = 0; i < flows.size(); i++) {
                if (flows.get(i).isTextual()) {
                    flows.set(i, userFlow.apply(flows.get(i).textValue()));
                }
            }
        }
        return listener;
    }

    private String extensionId(String name) {
        return extensions
                .list(realm)
                .filter(extension -> extension.name().equals(name))
                .map(CustomExtension::id)
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_extension_unknown", EXTENSION_ID, "There is no extension of the name " + name + "."));
    }

    private String userFlowId(String name) {
        return userFlows
                .list(realm)
                .filter(flow -> flow.name().equals(name))
                .map(UserFlow::id)
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_listener_user_flow_unknown",
                        CONDITIONS + "." + USER_FLOWS,
                        "There is no user flow of the name " + name + "."));
    }
}
