package dev.externaltenants.tests.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;

/**
 * Does what a test wrote into the description of the user flow: lines such as {@code start prefill city=Oslo}, {@code start
 * block Title|Message}, {@code submit modify city=Bergen}, {@code submit invalid city=Not there} and {@code submit block
 * Title|Message}. Under any other flow it does nothing.
 */
final class ScriptedHook implements AttributeCollectionHook {

    @Override
    public CollectionStart onStart(AttributeCollection collection) {
        List<String> prefill = lines(collection, "start prefill ");
        List<String> block = lines(collection, "start block ");
        if (!block.isEmpty()) {
            return new CollectionStart.Block(page(block.get(0)));
        }
        return prefill.isEmpty() ? new CollectionStart.Continue() : new CollectionStart.Prefill(values(prefill));
    }

    @Override
    public CollectionSubmit onSubmit(AttributeCollection collection) {
        List<String> block = lines(collection, "submit block ");
        if (!block.isEmpty()) {
            return new CollectionSubmit.Block(page(block.get(0)));
        }
        List<String> invalid = lines(collection, "submit invalid ");
        if (!invalid.isEmpty()) {
            Map<String, String> errors = new HashMap<>();
            values(invalid).forEach((field, text) -> errors.put(field, text.get(0)));
            return new CollectionSubmit.Invalid("Please look again.", errors);
        }
        List<String> modify = lines(collection, "submit modify ");
        return modify.isEmpty() ? new CollectionSubmit.Continue() : new CollectionSubmit.Modify(values(modify));
    }

    private static List<String> lines(AttributeCollection collection, String beginning) {
        String description = collection.flow().description();
        return description == null
                ? List.of()
                : description
                        .lines()
                        .filter(line -> line.startsWith(beginning))
                        .map(line -> line.substring(beginning.length()))
                        .toList();
    }

    private static Map<String, List<String>> values(List<String> lines) {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : lines) {
            String[] value = line.split("=", 2);
            values.computeIfAbsent(value[0], field -> new ArrayList<>()).add(value[1]);
        }
        return values;
    }

    private static BlockPage page(String line) {
        String[] texts = line.split("\\|", 2);
        return new BlockPage(texts[0], texts[1]);
    }
}
