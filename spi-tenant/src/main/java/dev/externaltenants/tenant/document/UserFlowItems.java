package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The user flows, which name their extensions, with their texts. */
final class UserFlowItems implements DocumentItems<DocumentedUserFlow> {

    private static final String EXTENSIONS = "extensions";

    private final UserFlowProvider userFlows;
    private final CustomExtensionProvider extensions;
    private final DocumentedTexts texts;
    private final RealmModel realm;

    UserFlowItems(KeycloakSession session, RealmModel realm) {
        this.texts = new DocumentedTexts(session, realm);
        this.userFlows = UserFlowProvider.of(session);
        this.extensions = CustomExtensionProvider.of(session);
        this.realm = realm;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public Stream<DocumentedUserFlow> list() {
        return userFlows.list(realm).map(flow -> new DocumentedUserFlow(flow, texts.of(flow.id())));
    }

    @Override
    public ObjectNode show(DocumentedUserFlow item) {
        ObjectNode shown = Json.object(item.flow());
        shown.remove(List.of("id", "version"));
        if (!item.texts().isEmpty()) {
            shown.set(DocumentedTexts.NAME, Json.tree(item.texts()));
        }
        return renamed(
                shown,
                id -> extensions.find(realm, id).map(CustomExtension::name).orElse(id));
    }

    @Override
    public DocumentedUserFlow read(ObjectNode shown) {
        ObjectNode flow = shown.deepCopy();
        JsonNode given = flow.remove(DocumentedTexts.NAME);
        return new DocumentedUserFlow(
                Json.read(renamed(flow, this::extensionId).toString(), UserFlow.class),
                given == null ? Map.of() : texts.read(given));
    }

    @Override
    public void create(DocumentedUserFlow wanted) {
        texts.replace(userFlows.create(realm, wanted.flow()).id(), wanted.texts());
    }

    @Override
    public void replace(DocumentedUserFlow present, DocumentedUserFlow wanted) {
        UserFlow before = present.flow();
        userFlows.update(realm, wanted.flow().withIdAndVersion(before.id(), before.version()));
        texts.replace(before.id(), wanted.texts());
    }

    @Override
    public void remove(DocumentedUserFlow present) {
        userFlows.delete(realm, present.flow().id());
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
