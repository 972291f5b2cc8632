package dev.externaltenants.bench;

import java.util.ArrayList;
import java.util.List;

import dev.externaltenants.bench.measure.ServerMemory;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.bench.report.Growth;
import dev.externaltenants.bench.report.Progress;

/** Creates tenants one after another, keeps the database at some sizes, and measures the server's memory there. */
final class TenantGrowth {

    private static final int NO_MAIL = 1;
    private static final int TOLD_EACH = 10;

    private final Workshop workshop;
    private final TenantStore store;
    private final List<Integer> sizes;

    TenantGrowth(Workshop workshop, TenantStore store, List<Integer> sizes) {
        this.workshop = workshop;
        this.store = store;
        this.sizes = sizes;
    }

    Growth grow() {
        int last = sizes.get(sizes.size() - 1);
        List<Growth.Point> points = new ArrayList<>();
        try (BenchServer server = workshop.start(workshop.postgres().create("growth"))) {
            Progress progress = new Progress(last);
            for (int number = 1; number <= last; number++) {
                create(server, number);
                if (sizes.contains(number)) {
                    points.add(new Growth.Point(number, ServerMemory.of(server.java())));
                    workshop.postgres().dump("growth", store.dump(number));
                }
                if (number % TOLD_EACH == 0) {
                    progress.steps(TOLD_EACH, "tenants: " + number + " of " + last);
                }
            }
        }
        return Growth.today(points);
    }

    private static void create(BenchServer server, int number) {
        TenantRealm tenant =
                TenantRealm.notYet(server.admin(), Tenants.realm(number), Tenants.customersOf(number), NO_MAIL);
        tenant.become();
        tenant.app();
        tenant.turnHashingDown();
    }
}
