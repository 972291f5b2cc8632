package dev.externaltenants.tenant.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is different between two documents, as fine as a person would say it. */
final class DocumentDiff {

    /** The fields that tell objects of a list apart, whichever all of them have. */
    private static final List<String> KEYS = List.of("name", "alias", "clientId", "value", "claim");

    private final List<DocumentChange> changes = new ArrayList<>();

    private DocumentDiff() {}

    static List<DocumentChange> between(ObjectNode before, ObjectNode after) {
        DocumentDiff diff = new DocumentDiff();
        diff.compareObjects("", before, after);
        return List.copyOf(diff.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode from && after instanceof ObjectNode to) {
            compareObjects(path, from, to);
        } else if (before instanceof ArrayNode from && after instanceof ArrayNode to) {
            compareLists(path, from, to);
        } else {
            changes.add(DocumentChange.between(path, before, after));
        }
    }

    private void compareObjects(String path, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name));
        }
    }

    private void compareLists(String path, ArrayNode before, ArrayNode after) {
        Optional<String> key = KEYS.stream()
                .filter(candidate -> tellsApart(candidate, before) && tellsApart(candidate, after))
                .findFirst();
        if (key.isEmpty()) {
            changes.add(DocumentChange.between(path, before, after));
            return;
        }
        Map<String, JsonNode> from = byKey(key.get(), before);
        Map<String, JsonNode> to = byKey(key.get(), after);
        Set<String> names = new LinkedHashSet<>(from.keySet());
        names.addAll(to.keySet());
        for (String name : names) {
            compare(path + "[" + name + "]", from.get(name), to.get(name));
        }
        compareOrder(path, from.keySet(), to.keySet());
    }

    private void compareOrder(String path, Set<String> before, Set<String> after) {
        List<String> stayedBefore = before.stream().filter(after::contains).toList();
        List<String> stayedAfter = after.stream().filter(before::contains).toList();
        if (!stayedBefore.equals(stayedAfter)) {
            changes.add(DocumentChange.between(path, list(before), list(after)));
        }
    }

    private static boolean tellsApart(String key, ArrayNode list) {
        return byKey(key, list).size() == list.size();
    }

    /** Returns the objects by their key, and texts by themselves; what has none is left out. */
    private static Map<String, JsonNode> byKey(String key, ArrayNode list) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        for (JsonNode one : list) {
            JsonNode called = one.isTextual() ? one : one.path(key);
            if (called.isTextual()) {
                byKey.put(called.asText(), one);
            }
        }
        return byKey;
    }

    private static ArrayNode list(Set<String> names) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        names.forEach(list::add);
        return list;
    }
}
