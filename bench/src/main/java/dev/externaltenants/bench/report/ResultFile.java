package dev.externaltenants.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Keeps results of earlier runs, so that a run of one scenario leaves the others' rows in the document. */
public record ResultFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Puts new results in the place of old ones of the same name and returns all in the order of the scenarios. */
    public Results merge(Results latest, List<String> order) {
        Results known = read();
        Map<String, Result> byName = new LinkedHashMap<>();
        known.rows().forEach(row -> byName.put(row.name(), row));
        latest.rows().forEach(row -> byName.put(row.name(), row));
        List<Result> rows = new ArrayList<>(byName.values());
        rows.sort(Comparator.comparingInt(row -> rank(row, order)));
        Results all = new Results(rows, latest.growth() == null ? known.growth() : latest.growth());
        try {
            Files.writeString(path, JSON.writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    public Results read() {
        try {
            return Files.exists(path) ? JSON.readValue(path.toFile(), Results.class) : Results.none();
        } catch (IOException e) {
            throw new UncheckedIOException("Not results of this version; delete " + path, e);
        }
    }

    /** A scenario of several rows names them after itself: callout-fast comes where callout is. */
    private static int rank(Result result, List<String> order) {
        return order.stream()
                .filter(name -> (result.name() + "-").startsWith(name + "-"))
                .max(Comparator.comparingInt(String::length))
                .map(order::indexOf)
                .orElse(order.size());
    }
}
