package dev.externaltenants.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.externaltenants.bench.load.Operation;
import dev.externaltenants.bench.measure.Counted;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.report.Result;
import dev.externaltenants.bench.stats.Latencies;
import dev.externaltenants.bench.stats.Measure;
import dev.externaltenants.bench.stats.Pair;
import dev.externaltenants.bench.stats.Round;
import dev.externaltenants.bench.stats.Target;

/** Creates one more tenant where there are many and where there is one, in turn: Keycloak's part and ours apart. */
final class TenantCreation {

    private static final Target KEYCLOAKS_OWN = new Target(Measure.TIME_RATIO, null, false);
    private static final Target OURS = Target.atMost(Measure.TIME_RATIO, 1.2);

    /** The code of creation has to be compiled, as that of sign-in. */
    private static final int WARM_UP = 5;

    private static final int COUNTED = 1;
    private static final int CUSTOMERS = 1;
    private static final int NO_MAIL = 1;

    private final int size;
    private final Place many;
    private final Place one;
    private final Progress progress;

    TenantCreation(int size, BenchServer many, BenchServer one, Progress progress) {
        this.size = size;
        this.many = new Place(many);
        this.one = new Place(one);
        this.progress = progress;
    }

    List<Result> measure(int rounds) {
        progress.say("tenants-" + size + ": warm-up of creation");
        for (int i = 0; i < WARM_UP; i++) {
            many.create();
            one.create();
        }
        List<Pair> realms = new ArrayList<>();
        List<Pair> tenants = new ArrayList<>();
        List<Pair> ownTenants = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            realms.add(pair(i % 2 == 0, Place::createRealm));
            tenants.add(pair(i % 2 == 0, Place::becomeTenant));
            progress.pair("one more tenant beside " + size, i + 1, rounds, tenants.get(i));
            many.createOwnRealm();
            one.createOwnRealm();
            ownTenants.add(pair(i % 2 == 0, Place::becomeTenant));
        }
        return List.of(
                Result.of(
                        "tenants-" + size + "-realm",
                        "one more realm beside " + size + " tenants (Keycloak's own)",
                        "beside one tenant",
                        KEYCLOAKS_OWN,
                        realms,
                        many.counted(many::createRealm),
                        one.counted(one::createRealm)),
                Result.of(
                        "tenants-" + size + "-turn",
                        "that realm becomes tenant " + (size + 1) + ", with a user flow and an app",
                        "beside one tenant",
                        OURS,
                        tenants,
                        many.counted(many::becomeTenant),
                        one.counted(one::becomeTenant)),
                own(ownTenants));
    }

    private Pair pair(boolean manyFirst, Consumer<Place> work) {
        if (manyFirst) {
            Round first = many.measured(() -> work.accept(many));
            return new Pair(first, one.measured(() -> work.accept(one)));
        }
        Round first = one.measured(() -> work.accept(one));
        return new Pair(many.measured(() -> work.accept(many)), first);
    }

    private Result own(List<Pair> pairs) {
        // Counting is preceded by one that is not counted.
        for (int i = 0; i <= COUNTED; i++) {
            many.createOwnRealm();
            one.createOwnRealm();
        }
        return Result.of(
                "tenants-" + size + "-own-turn",
                "the same, by an administrator of that realm alone",
                "beside one tenant",
                OURS,
                pairs,
                many.counted(many::becomeTenant),
                one.counted(one::becomeTenant));
    }

    /** A server that tenants are created in. */
    private static final class Place {

        private static final AtomicInteger NUMBER = new AtomicInteger();

        private final BenchServer server;
        private final Deque<TenantRealm> realms = new ArrayDeque<>();

        Place(BenchServer server) {
            this.server = server;
        }

        void create() {
            createRealm();
            becomeTenant();
        }

        void createRealm() {
            realms.add(TenantRealm.notYet(server.admin(), "one-more-" + NUMBER.incrementAndGet(), CUSTOMERS, NO_MAIL));
        }

        /** Another realm, in the hands of its own administrator: the master's has a role for each realm there is. */
        void createOwnRealm() {
            createRealm();
            realms.add(realms.remove().byItsOwnAdministrator());
        }

        void becomeTenant() {
            TenantRealm realm = realms.remove();
            realm.become();
            realm.app();
        }

        Round measured(Runnable work) {
            Latencies once = new Latencies();
            Duration before = server.cpu().get();
            long began = System.nanoTime();
            work.run();
            once.add(System.nanoTime() - began);
            return Round.of(once, server.cpu().get().minus(before));
        }

        Counted counted(Runnable work) {
            Operation operation = connection -> work;
            return Counted.of(operation, COUNTED, server.port(), server.statements(), server.java());
        }
    }
}
