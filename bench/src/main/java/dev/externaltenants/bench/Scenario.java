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
 * @param piece how long one side runs before the other's turn
 */
record Scenario(
        String name, String title, String beside, Target target, int threads, Duration piece, Side ours, Side other) {

    /** Two keep two cores busy without a queue, so that times mean something. */
    private static final int THREADS = 2;

    /** Ten a second: so few that a customer may ask for codes through a whole run. */
    private static final Duration PACE_OF_MEANWHILE = Duration.ofMillis(100);

    /** Short beside what disturbs a machine, long beside an operation and a tick of the system's accounting. */
    private static final Duration PIECE = Duration.ofMillis(500);

    /** Longer than a crowd's calls may take, so that all of them fall into the piece. */
    private static final Duration PIECE_WITH_CROWD = Duration.ofSeconds(3);

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
            return new Side(operation, pause, new Meanwhile(other, 1, PACE_OF_MEANWHILE));
        }

        /** When a piece begins, as many do something else at once, each of them once. */
        Side amid(int crowd, Operation other) {
            return new Side(operation, pause, new Meanwhile(other, crowd, PIECE_WITH_CROWD));
        }
    }

    /** What threads beside those that are measured do, each with that pause after it. */
    record Meanwhile(Operation operation, int threads, Duration pause) {}

    static Scenario of(String name, String title, Target target, Operation ours, Operation vanilla) {
        return of(name, title, "vanilla realm", target, Side.of(ours), Side.of(vanilla));
    }

    static Scenario of(String name, String title, String beside, Target target, Side ours, Side other) {
        return new Scenario(name, title, beside, target, THREADS, PIECE, ours, other);
    }

    Scenario withThreads(int number) {
        return new Scenario(name, title, beside, target, number, piece, ours, other);
    }

    Scenario inPiecesForCrowds() {
        return new Scenario(name, title, beside, target, threads, PIECE_WITH_CROWD, ours, other);
    }
}
