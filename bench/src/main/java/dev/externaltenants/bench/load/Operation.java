package dev.externaltenants.bench.load;

/** What is measured: a journey that a thread makes again and again on its connection. */
@FunctionalInterface
public interface Operation {

    /** Prepares what each repetition needs, such as a session to refresh, outside the measured time. */
    Runnable on(Connection connection);
}
