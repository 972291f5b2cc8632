package dev.externaltenants.bench.load;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Those who sign in or up, in turn. */
@FunctionalInterface
public interface Customers {

    /** Runs a journey as the next of them. */
    void next(Consumer<String> journeyOfAddress);

    /**
     * Returns those whom a realm has already, over and over, but none twice at the same time: Keycloak's brute-force
     * protection takes a sign-in for a wrong password while another of the same customer is under way.
     *
     * @param from number of the first
     * @param to number after the last
     */
    static Customers existing(int from, int to) {
        BlockingQueue<String> idle = new LinkedBlockingQueue<>(
                IntStream.range(from, to).mapToObj(Customers::address).toList());
        return journey -> {
            String address = taken(idle);
            try {
                journey.accept(address);
            } finally {
                idle.add(address);
            }
        };
    }

    /** Returns those whom no realm has. */
    static Customers newcomers() {
        AtomicInteger number = new AtomicInteger();
        return journey -> journey.accept("newcomer" + number.getAndIncrement() + "@example.com");
    }

    static String address(int number) {
        return "customer" + number + "@example.com";
    }

    private static String taken(BlockingQueue<String> idle) {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
