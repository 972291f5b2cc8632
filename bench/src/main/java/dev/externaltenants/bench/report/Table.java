package dev.externaltenants.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of text, for a terminal and for Markdown. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        row(header);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    String plain() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int index = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
        }
        return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n"));
    }

    String markdown() {
        List<String> lines = new ArrayList<>(
                rows.stream().map(row -> "| " + String.join(" | ", row) + " |").toList());
        lines.add(1, "|---".repeat(rows.get(0).size()) + "|");
        return String.join("\n", lines);
    }

    private static String padded(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
