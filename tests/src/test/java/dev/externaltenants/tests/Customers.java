package dev.externaltenants.tests;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses of people who do not exist; each is new in its run. */
final class Customers {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Customers() {}

    static String anyone() {
        return "customer-" + NEXT.incrementAndGet() + "@example.com";
    }
}
