package dev.externaltenants.tenant.document;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The tenant's own texts by language; those of user flows are shown with them. */
final class TextsSection implements DocumentSection {

    private final DocumentedTexts texts;

    TextsSection(KeycloakSession session, RealmModel realm) {
        this.texts = new DocumentedTexts(session, realm);
    }

    @Override
    public String name() {
        return DocumentedTexts.NAME;
    }

    @Override
    public JsonNode read() {
        return Json.tree(texts.of(null));
    }

    @Override
    public List<DocumentChange> put(JsonNode wanted) {
        texts.replace(null, texts.read(wanted));
        return List.of();
    }

    @Override
    public void prune(JsonNode wanted) {
        // languages that it does not have went with the others' change: nothing names them
    }
}
