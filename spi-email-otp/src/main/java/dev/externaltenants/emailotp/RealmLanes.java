package dev.externaltenants.emailotp;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Gives one realm at most half of the threads and half of the room, so that the mail server of one tenant, when it
 * hangs, does not hold up the mails of the others.
 *
 * <p>A lane hands over one task after the other and not all at once, so realms take turns.
 */
final class RealmLanes {

    private final Executor threads;
    private final int room;
    private final int laneThreads;
    private final int laneRoom;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int held;

    private static final class Lane {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** @param threads takes any number of tasks: what may wait is bounded here */
    RealmLanes(Executor threads, PasscodeSettings settings) {
        this.threads = threads;
        this.room = settings.mailThreads() + settings.mailQueue();
        this.laneThreads = settings.mailThreads() / 2;
        this.laneRoom = room / 2;
    }

    /** Runs the task as soon as its realm may, or rejects it at once when too many are held. */
    synchronized void execute(String realmId, Runnable task) {
        Lane lane = lanes.computeIfAbsent(realmId, id -> new Lane());
        if (held >= room || lane.running + lane.waiting.size() >= laneRoom) {
            removeIfEmpty(realmId, lane);
            throw new RejectedExecutionException("too many mails are held");
        }
        held++;
        lane.waiting.add(task);
        startNext(realmId, lane);
    }

    private void startNext(String realmId, Lane lane) {
        if (lane.running < laneThreads && !lane.waiting.isEmpty()) {
            Runnable task = lane.waiting.remove();
            lane.running++;
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    done(realmId, lane);
                }
            });
        }
    }

    private synchronized void done(String realmId, Lane lane) {
        held--;
        lane.running--;
        notifyAll();
        startNext(realmId, lane);
        removeIfEmpty(realmId, lane);
    }

    private void removeIfEmpty(String realmId, Lane lane) {
        if (lane.running == 0 && lane.waiting.isEmpty()) {
            lanes.remove(realmId);
        }
    }

    /** Returns how many tasks run or wait. */
    synchronized int held() {
        return held;
    }

    /** Waits until nothing is held any more, but no longer than that many seconds. */
    synchronized void drain(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = end - System.nanoTime(); held > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
