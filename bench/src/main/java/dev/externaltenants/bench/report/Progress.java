package dev.externaltenants.bench.report;

import java.time.Duration;
import java.util.Locale;

import dev.externaltenants.bench.stats.Pair;

/** Tells whoever waits what is done and how long the rest may take. */
public final class Progress {

    private final long began = System.nanoTime();
    private final int steps;
    private int done;

    /** @param steps pairs of rounds, or whatever takes about the same time each */
    public Progress(int steps) {
        this.steps = steps;
    }

    public void say(String text) {
        System.out.printf(Locale.ROOT, "[bench %s] %s%n", clock(sinceStart()), text);
    }

    /** Says that so many steps are done. */
    public void steps(int number, String text) {
        done += number;
        say(text + "; about " + clock(rest()) + " to go");
    }

    public void pair(String scenario, int number, int of, Pair pair) {
        steps(
                1,
                String.format(
                        Locale.ROOT,
                        "%s: round %d of %d: CPU ms %.2f beside %.2f (× %.3f), p95 ms %.1f beside %.1f",
                        scenario,
                        number,
                        of,
                        pair.ours().cpu(),
                        pair.other().cpu(),
                        pair.ours().cpu() / pair.other().cpu(),
                        pair.ours().p95(),
                        pair.other().p95()));
    }

    private Duration rest() {
        return sinceStart().multipliedBy(Math.max(0, steps - done)).dividedBy(Math.max(1, done));
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }
}
