package dev.externaltenants.tests;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A tenant document that was applied, and what it may have changed: what it says, and nothing else. */
record DocumentWrite(JsonNode document) {

    private static final String ROOT = "/external-tenant";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A part of the document, by where its objects are in the REST and what they are called. */
    private record Section(String collection, String name, String key) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("themes", "themes", "name"),
            new Section("attributes", "attributes", "name"),
            new Section("custom-extensions", "customExtensions", "name"),
            new Section("identity-providers", "identityProviders", "alias"),
            new Section("user-flows", "userFlows", "name"),
            new Section("event-listeners", "eventListeners", "name"),
            new Section("applications", "applications", "clientId"));

    static DocumentWrite of(String body) {
        try {
            return new DocumentWrite(JSON.readTree(body));
        } catch (IOException notJson) {
            return new DocumentWrite(OpenApi.tree(body));
        }
    }

    /** Says whether it is for this document that there is another thing at the path than before, or none any more. */
    boolean explains(String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        String below = path.substring(path.indexOf(ROOT) + ROOT.length());
        if (below.isEmpty()) {
            // User flows that leave the method of codes switch a setting on.
            return document.has("tenant") || document.has("userFlows");
        }
        String[] segments = below.substring(1).split("/", 3);
        if (isSeenFromElsewhere(segments, path, after)) {
            return true;
        }
        String object = segments.length < 3 ? path : path.substring(0, path.length() - segments[2].length() - 1);
        return SECTIONS.stream()
                .filter(section -> section.collection().equals(segments[0]) && document.has(section.name()))
                .anyMatch(section -> says(section, object, before, after));
    }

    /** It says what becomes of an object that it lists, and that one which it does not list goes. */
    private boolean says(Section section, String object, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        JsonNode shown = after.containsKey(object) ? after.get(object) : before.get(object);
        String called = shown == null ? "" : shown.path(section.key()).asText();
        boolean listed = StreamSupport.stream(document.path(section.name()).spliterator(), false)
                .anyMatch(item -> item.path(section.key()).asText().equals(called));
        return listed || !after.containsKey(object);
    }

    /** Event listeners let go of apps and user flows that go, user flows and themes show their apps, brand and texts are no lists, and identity providers the user flows that list them. */
    private boolean isSeenFromElsewhere(String[] segments, String path, Map<String, JsonNode> after) {
        return switch (segments[0]) {
            case "event-listeners" -> document.has("applications") || document.has("userFlows");
            case "branding" -> document.has("branding");
            case "languages" -> document.has("texts");
            case "themes" -> segments.length > 2 && document.has("applications");
            case "user-flows" -> segments.length > 2 && document.has("applications");
            case "identity-providers" -> after.containsKey(path) && document.has("userFlows");
            default -> false;
        };
    }
}
