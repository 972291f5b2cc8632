package dev.externaltenants.bench.report;

/** The memory of a server with more and more tenants, as a table. */
record GrowthTable(Growth growth) {

    String plain() {
        return table().plain();
    }

    String markdown() {
        return table().markdown();
    }

    private Table table() {
        Table table = new Table("tenants", "resident MB", "heap MB");
        for (Growth.Point point : growth.points()) {
            table.row(
                    String.valueOf(point.tenants()),
                    String.valueOf(point.memory().residentMegabytes()),
                    String.valueOf(point.memory().heapMegabytes()));
        }
        return table;
    }
}
