package dev.externaltenants.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.externaltenants.bench.Scenario.Side;
import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Connection;
import dev.externaltenants.bench.load.Customers;
import dev.externaltenants.bench.load.Journeys;
import dev.externaltenants.bench.load.Operation;
import dev.externaltenants.bench.report.Growth;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.report.Result;
import dev.externaltenants.bench.report.Results;
import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Target;

/** The scenario of many tenants: servers with few and with many, their sign-ins in turn. */
final class Tenants {

    private static final Target AS_WITH_ONE = Target.atMost(Measure.CPU_RATIO, 1.1);

    /** Of the tenant that has to do alone: so many that the same one does not come back at once. */
    private static final int CUSTOMERS_OF_THE_FIRST = 100;

    private static final int CUSTOMERS_OF_OTHERS = 10;

    /** With many tenants these are enough, and all of them fit into Keycloak's cache of users. */
    private static final int FEWEST_CUSTOMERS = 2;

    private final Options options;
    private final Workshop workshop;
    private final TenantStore store;

    Tenants(Options options, Workshop workshop) {
        this.options = options;
        this.workshop = workshop;
        this.store = TenantStore.of(workshop, options.tenants());
    }

    Results measure(Results before) {
        List<Integer> sizes = sizes();
        if (options.fresh() || !store.isComplete()) {
            Growth growth = new TenantGrowth(workshop, store, sizes).grow();
            store.keep(growth);
        }
        List<Result> rows = new ArrayList<>();
        Progress progress = new Progress((sizes.size() - 1) * options.rounds() * 2);
        for (int size : sizes.subList(1, sizes.size())) {
            rows.addAll(besideOne(size, progress));
        }
        return before.with(rows).with(store.growth());
    }

    /** Starts both servers anew each time: one that has run for longer would be the faster. */
    private List<Result> besideOne(int size, Progress progress) {
        List<Result> rows = new ArrayList<>();
        try (BenchServer one = workshop.startBeside("one", store.restored(1, size, workshop));
                BenchServer many = workshop.startBeside("many", store.restored(size, size, workshop))) {
            rows.add(signIns(size, many, one, progress));
            rows.addAll(new TenantCreation(size, many, one, progress).measure(options.rounds()));
        }
        return rows;
    }

    /** Returns how many customers a tenant is created with. */
    static int customersOf(int number) {
        return number == 1 ? CUSTOMERS_OF_THE_FIRST : CUSTOMERS_OF_OTHERS;
    }

    /** Returns how many customers of each tenant sign in. */
    private static int customersWith(int tenants) {
        return tenants == 1
                ? CUSTOMERS_OF_THE_FIRST
                : Math.max(FEWEST_CUSTOMERS, Math.min(CUSTOMERS_OF_OTHERS, CUSTOMERS_OF_THE_FIRST / tenants));
    }

    static String realm(int number) {
        return "tenant" + number;
    }

    private Result signIns(int size, BenchServer many, BenchServer one, Progress progress) {
        Scenario scenario = Scenario.of(
                "tenants-" + size,
                "password sign-in, " + size + " tenants in turn",
                "one tenant",
                AS_WITH_ONE,
                Side.of(signInAtEach(size)),
                Side.of(signInAtEach(1)));
        progress.say(scenario.name() + ": each tenant's first sign-ins");
        touch(many, scenario.ours().operation(), size * customersWith(size));
        touch(one, scenario.other().operation(), size * customersWith(size));
        Comparison comparison = new Comparison(scenario, many, one, progress);
        comparison.warmUp(WarmUp.OF_A_SERVER, Duration.ofSeconds(options.seconds()));
        return comparison.measure(options.rounds(), Duration.ofSeconds(options.seconds()));
    }

    /** The first sign-in reads tenant and customer from the database; that is no part of what is compared. */
    private static void touch(BenchServer server, Operation operation, int times) {
        try (Connection connection = new Connection(server.port())) {
            Runnable signIn = operation.on(connection);
            for (int i = 0; i < times; i++) {
                signIn.run();
            }
        }
    }

    private static Operation signInAtEach(int tenants) {
        List<Operation> signIns = IntStream.rangeClosed(1, tenants)
                .mapToObj(number ->
                        Journeys.signIn(new App(realm(number), "app"), Customers.existing(0, customersWith(tenants))))
                .toList();
        AtomicInteger next = new AtomicInteger();
        return connection -> () -> signIns.get(Math.floorMod(next.getAndIncrement(), tenants))
                .on(connection)
                .run();
    }

    /** One, a tenth, and all. */
    private List<Integer> sizes() {
        return IntStream.of(1, options.tenants() / 10, options.tenants())
                .filter(size -> size > 0)
                .distinct()
                .boxed()
                .toList();
    }
}
