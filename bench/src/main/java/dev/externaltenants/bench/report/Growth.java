package dev.externaltenants.bench.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What creating tenants one after another costs as they become many, and the memory they take. */
public record Growth(String date, List<Point> points) {

    /**
     * Around one tenant: medians of six.
     *
     * @param realm Keycloak's own creation of the realm
     * @param tenant turning it into a tenant with one user flow and one app
     */
    public record Point(int number, Step realm, Step tenant, long residentMegabytes, long heapMegabytes) {}

    /** Milliseconds of the clock and of the server's processor time. */
    public record Step(double millis, double cpu) {}

    public static Growth today(List<Point> points) {
        return new Growth(LocalDate.now(ZoneId.systemDefault()).toString(), points);
    }
}
