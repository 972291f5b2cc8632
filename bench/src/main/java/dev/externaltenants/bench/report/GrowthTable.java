package dev.externaltenants.bench.report;

import java.util.Locale;

/** The growth as a table. */
record GrowthTable(Growth growth) {

    String plain() {
        return table().plain();
    }

    String markdown() {
        return table().markdown();
    }

    private Table table() {
        Table table = new Table(
                "tenant number",
                "realm ms",
                "realm CPU ms",
                "tenant, flow, app ms",
                "tenant, flow, app CPU ms",
                "resident MB",
                "heap MB");
        for (Growth.Point point : growth.points()) {
            table.row(
                    String.valueOf(point.number()),
                    whole(point.realm().millis()),
                    whole(point.realm().cpu()),
                    whole(point.tenant().millis()),
                    whole(point.tenant().cpu()),
                    String.valueOf(point.residentMegabytes()),
                    String.valueOf(point.heapMegabytes()));
        }
        return table;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
