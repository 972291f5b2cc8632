package dev.externaltenants.bench;

/**
 * How long a scenario runs before it is measured: until each side has done so many operations, but at most so many rounds.
 */
record WarmUp(int operations, int rounds) {

    /** A server that has just started takes more than twice the time, and gets better for about a minute. */
    static final WarmUp OF_A_SERVER = new WarmUp(3000, 12);

    /** What others warmed up before needs only what is new in it. */
    static final WarmUp OF_A_SCENARIO = new WarmUp(3000, 4);
}
