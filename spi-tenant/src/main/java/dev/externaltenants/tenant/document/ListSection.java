package dev.externaltenants.tenant.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.userflow.TenantException;

/** A section that lists objects: what it has is made so, and what it has not goes. */
final class ListSection<T> implements DocumentSection {

    /** What the server gives, in each realm anew. */
    private static final List<String> NOT_IN_DOCUMENTS = List.of("id", "version");

    private final String name;
    private final DocumentItems<T> items;

    ListSection(String name, DocumentItems<T> items) {
        this.name = name;
        this.items = items;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ArrayNode read() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        items.list().map(items::show).forEach(list::add);
        return list;
    }

    @Override
    public List<DocumentChange> put(JsonNode wanted) {
        List<DocumentChange> secrets = new ArrayList<>();
        eachChange(wanted, (before, item) -> {
            if (before == null) {
                items.create(item);
                return;
            }
            items.changedSecret(before, item)
                    .map(field -> DocumentChange.ofSecret(name + "[" + key(items.show(item)) + "]." + field))
                    .ifPresent(secrets::add);
            items.replace(before, item);
        });
        return secrets;
    }

    /**
     * Goes through what is to be created or changed.
     *
     * @param work is handed what is there, or null, and what is wanted instead
     */
    void eachChange(JsonNode wanted, BiConsumer<T, T> work) {
        Map<String, T> present = present();
        List<Given<T>> given = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < size(wanted); i++) {
            String path = name + "[" + i + "]";
            ObjectNode shown = object(wanted.get(i), path);
            requireKey(keys.add(key(shown)), path, "The section has this object twice.");
            given.add(new Given<>(path, within(path, () -> items.read(shown))));
        }
        given.sort(Comparator.comparing(one -> !items.isNamedByOthers(one.item())));
        for (Given<T> one : given) {
            within(one.path(), () -> {
                T before = present.get(key(items.show(one.item())));
                if (before == null || differs(before, one.item())) {
                    work.accept(before, one.item());
                }
                return one;
            });
        }
    }

    private boolean differs(T before, T wanted) {
        return !items.show(before).equals(items.show(wanted))
                || items.changedSecret(before, wanted).isPresent();
    }

    @Override
    public void prune(JsonNode wanted) {
        Set<String> kept = keys(wanted);
        present().entrySet().stream()
                .filter(one -> !kept.contains(one.getKey()))
                .sorted(Comparator.comparing(one -> items.isNamedByOthers(one.getValue())))
                // It has no place in the document, but a name.
                .forEach(gone -> within(name + "[" + gone.getKey() + "]", () -> {
                    items.remove(gone.getValue());
                    return gone;
                }));
    }

    /** Returns what the section calls its objects. */
    Set<String> keys(JsonNode wanted) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < size(wanted); i++) {
            keys.add(key(object(wanted.get(i), name + "[" + i + "]")));
        }
        return keys;
    }

    private Map<String, T> present() {
        Map<String, T> present = new LinkedHashMap<>();
        items.list().forEach(item -> present.put(key(items.show(item)), item));
        return present;
    }

    private String key(ObjectNode shown) {
        return shown.path(items.key()).asText();
    }

    private int size(JsonNode wanted) {
        if (!wanted.isArray()) {
            throw TenantException.invalid("xt_invalid_value", name, "Send a list.");
        }
        return wanted.size();
    }

    private ObjectNode object(JsonNode given, String path) {
        if (!(given instanceof ObjectNode object)) {
            throw TenantException.invalid("xt_invalid_value", path, "Send an object.");
        }
        for (String field : NOT_IN_DOCUMENTS) {
            if (object.has(field)) {
                throw TenantException.invalid("xt_unknown_field", path + "." + field, "Documents have no such field.");
            }
        }
        requireKey(object.path(items.key()).isTextual(), path, "Give the " + items.key() + ".");
        return object;
    }

    private void requireKey(boolean holds, String path, String description) {
        if (!holds) {
            throw TenantException.invalid("xt_document_key_invalid", path + "." + items.key(), description);
        }
    }

    private static <R> R within(String path, Refusing<R> work) {
        try {
            return work.run();
        } catch (TenantException refused) {
            throw refused.at(path);
        }
    }

    private interface Refusing<R> {
        R run();
    }

    private record Given<T>(String path, T item) {}
}
