package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The user flows, which name their extensions. */
final class UserFlowItems implements DocumentItems<UserFlow> {

    private static final String EXTENSIONS = "extensions";

    private final UserFlowProvider userFlows;
    private final CustomExtensionProvider extensions;
    private final RealmModel realm;

    UserFlowItems(KeycloakSession session, RealmModel realm) {
        this.userFlows = UserFlowProvider.of(session);
        this.extensions = CustomExtensionProvider.of(session);
        this.realm = realm;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Stream<UserFlow> list() {
        return userFlows.list(realm);
    }

    @Override
    public ObjectNode show(UserFlow flow) {
        ObjectNode shown = Json.object(flow);
        return renamed(
                shown.remove(List.of("id", "version")),
                id -> extensions.find(realm, id).map(CustomExtension::name).orElse(id));
    }

    @Override
    public UserFlow read(ObjectNode shown) {
        return Json.read(renamed(shown.deepCopy(), this::extensionId).toString(), UserFlow.class);
    }

    @Override
    public void create(UserFlow wanted) {
        userFlows.create(realm, wanted);
    }

    @Override
    public void replace(UserFlow present, UserFlow wanted) {
        userFlows.update(realm, wanted.withIdAndVersion(present.id(), present.version()));
    }

    @Override
    public void remove(UserFlow present) {
        userFlows.delete(realm, present.id());
    }

    private static ObjectNode renamed(ObjectNode flow, UnaryOperator<String> name) {
        if (flow.get(EXTENSIONS) instanceof ObjectNode byEvent) {
            byEvent.properties().stream()
                    .filter(event -> event.getValue().isTextual())
                    .forEach(event -> event.setValue(
                            TextNode.valueOf(name.apply(event.getValue().textValue()))));
        }
        return flow;
    }

    private String extensionId(String name) {
        return extensions
                .list(realm)
                .filter(extension -> extension.name().equals(name))
                .map(CustomExtension::id)
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_extension_unknown", EXTENSIONS, "There is no extension of the name " + name + "."));
    }
}
