package dev.externaltenants.bench;

import java.time.Duration;

import dev.externaltenants.bench.load.Operation;
import dev.externaltenants.bench.stats.Target;

/**
 * Two operations that are measured beside each other.
 *
 * @param name as on the command line, and in the table if it is the only one of that name
 * @param beside what the other side is
 * @param threads of the generator
 */
record Scenario(String name, String title, String beside, Target target, int threads, Side ours, Side other) {

    /** Two keep two cores busy without a queue, so that times mean something. */
    private static final int THREADS = 2;

    /** Ten a second: so few that a customer may ask for codes through a whole run. */
    static final Duration PACE_OF_MEANWHILE = Duration.ofMillis(100);

    /**
     * One side.
     *
     * @param pause of each thread after each operation
     * @param meanwhile what goes on all the time, unmeasured, or null
     */
    record Side(Operation operation, Duration pause, Meanwhile meanwhile) {

        static Side of(Operation operation) {
            return new Side(operation, Duration.ZERO, null);
        }

        Side pausing(Duration newPause) {
            return new Side(operation, newPause, meanwhile);
        }

        Side meanwhile(Operation other) {
            return new Side(operation, pause, new Meanwhile(other, 1));
        }

        /** As many at once do something else. */
        Side amid(int crowd, Operation other) {
            return new Side(operation, pause, new Meanwhile(other, crowd));
        }
    }

    /** What threads beside those that are measured do. */
    record Meanwhile(Operation operation, int threads) {}

    static Scenario of(String name, String title, Target target, Operation ours, Operation vanilla) {
        return new Scenario(name, title, "vanilla realm", target, THREADS, Side.of(ours), Side.of(vanilla));
    }

    static Scenario of(String name, String title, String beside, Target target, Side ours, Side other) {
        return new Scenario(name, title, beside, target, THREADS, ours, other);
    }

    Scenario withThreads(int number) {
        return new Scenario(name, title, beside, target, number, ours, other);
    }
}
