package dev.externaltenants.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import dev.externaltenants.bench.measure.ServerMemory;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.bench.report.Growth;
import dev.externaltenants.bench.report.Growth.Step;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.stats.Spread;

/** Creates tenants one after another and measures some of them. */
final class TenantGrowth {

    /** The first would otherwise pay for the server's own start. */
    private static final int WARM_UP = 10;

    private static final int AROUND = 6;
    private static final int NO_MAIL = 1;
    private static final int TOLD_EACH = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private record Created(Step realm, Step tenant) {}

    private final Workshop workshop;
    private final TenantStore store;
    private final List<Integer> sizes;
    private final int last;
    private final List<Created> created = new ArrayList<>();

    TenantGrowth(Workshop workshop, TenantStore store, List<Integer> sizes) {
        this.workshop = workshop;
        this.store = store;
        this.sizes = sizes;
        this.last = sizes.get(sizes.size() - 1);
    }

    Growth grow() {
        List<ServerMemory> memories = new ArrayList<>();
        try (BenchServer server = workshop.start(workshop.postgres().create("growth"))) {
            Progress progress = new Progress(last);
            progress.say("tenants: warm-up, " + WARM_UP + " that are deleted again");
            for (int i = 0; i < WARM_UP; i++) {
                create(server, "warm-up" + i, 1).delete();
            }
            created.clear();
            for (int number = 1; number <= last; number++) {
                create(server, Tenants.realm(number), Tenants.customersOf(number));
                if (sizes.contains(number)) {
                    memories.add(ServerMemory.of(server.java()));
                    workshop.postgres().dump("growth", store.dump(number));
                }
                if (number % TOLD_EACH == 0) {
                    tell(number, progress);
                }
            }
        }
        return Growth.today(points(memories));
    }

    private TenantRealm create(BenchServer server, String name, int customers) {
        TenantRealm[] tenant = new TenantRealm[1];
        Step realm = measured(server, () -> tenant[0] = TenantRealm.notYet(server.admin(), name, customers, NO_MAIL));
        Step turned = measured(server, () -> {
            tenant[0].become();
            tenant[0].app();
        });
        tenant[0].turnHashingDown();
        created.add(new Created(realm, turned));
        return tenant[0];
    }

    private static Step measured(BenchServer server, Runnable work) {
        long cpu = server.cpu().get().toNanos();
        long clock = System.nanoTime();
        work.run();
        return new Step(
                (System.nanoTime() - clock) / NANOS_PER_MILLI,
                (server.cpu().get().toNanos() - cpu) / NANOS_PER_MILLI);
    }

    private void tell(int number, Progress progress) {
        Growth.Point now = point(number, new ServerMemory(0, 0));
        progress.steps(
                TOLD_EACH,
                String.format(
                        "tenants: %d of %d, realm %.0f ms, tenant %.0f ms",
                        number, last, now.realm().millis(), now.tenant().millis()));
    }

    private List<Growth.Point> points(List<ServerMemory> memories) {
        List<Growth.Point> points = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            points.add(point(sizes.get(i), memories.get(i)));
        }
        return points;
    }

    /** Takes the six around: three before and two after where there are. */
    private Growth.Point point(int number, ServerMemory memory) {
        int to = Math.min(created.size(), Math.max(AROUND, number + AROUND / 2 - 1));
        List<Created> around = created.subList(Math.max(0, to - AROUND), to);
        return new Growth.Point(
                number,
                median(around, Created::realm),
                median(around, Created::tenant),
                memory.residentMegabytes(),
                memory.heapMegabytes());
    }

    private static Step median(List<Created> some, Function<Created, Step> step) {
        return new Step(median(some, step, Step::millis), median(some, step, Step::cpu));
    }

    private static double median(List<Created> some, Function<Created, Step> step, ToDoubleFunction<Step> figure) {
        return Spread.of(some.stream().map(step).mapToDouble(figure)).median();
    }
}
