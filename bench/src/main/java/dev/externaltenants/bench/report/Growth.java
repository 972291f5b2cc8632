package dev.externaltenants.bench.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.externaltenants.bench.measure.ServerMemory;

/** The memory of a server as tenants become many. */
public record Growth(String date, List<Point> points) {

    public record Point(int tenants, ServerMemory memory) {}

    public static Growth today(List<Point> points) {
        return new Growth(LocalDate.now(ZoneId.systemDefault()).toString(), points);
    }
}
