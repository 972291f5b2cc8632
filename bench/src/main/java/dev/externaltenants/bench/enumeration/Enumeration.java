package dev.externaltenants.bench.enumeration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Browser;
import dev.externaltenants.bench.load.Connection;
import dev.externaltenants.bench.realm.MailSink;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.stats.MedianDifference;
import dev.externaltenants.tests.servers.AdminApi;

/**
 * Whether the time of an answer tells which addresses have an account: each kind is asked in turn, so that whatever else
 * the machine does falls on all of them alike.
 */
public final class Enumeration {

    private static final int WARM_UP = 60;
    private static final int TOLD_EACH = 60;
    private static final double NANOS_PER_MILLI = 1e6;

    private final AdminApi admin;
    private final int port;
    private final int samples;

    /**
     * @param port of the server
     * @param samples of each kind of account at each door
     */
    public Enumeration(AdminApi admin, int port, int samples) {
        this.admin = admin;
        this.port = port;
        this.samples = samples;
    }

    public EnumerationTable measure() {
        try (MailSink mails = MailSink.start();
                Connection connection = new Connection(port)) {
            int accounts = WARM_UP + samples;
            Progress progress = new Progress(accounts * Door.values().length);
            progress.say("enumeration: making " + accounts + " accounts of each kind for each door");
            EnumerationTenant tenant = EnumerationTenant.create(admin, accounts, mails.port());
            List<EnumerationTable.Row> rows = new ArrayList<>();
            for (Door door : Door.values()) {
                rows.addAll(rows(door, times(door, tenant.app(door), connection, progress)));
            }
            return new EnumerationTable(samples, rows);
        }
    }

    private Map<Account, double[]> times(Door door, App app, Connection connection, Progress progress) {
        Map<Account, double[]> times = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            times.put(account, new double[samples]);
        }
        Account[] accounts = Account.values();
        for (int number = 0; number < WARM_UP + samples; number++) {
            for (int i = 0; i < accounts.length; i++) {
                // None of them is always the first.
                Account account = accounts[(i + number) % accounts.length];
                double millis = time(door.ask(
                        new Browser(connection), app, account.address(door.first(WARM_UP + samples) + number)));
                if (number >= WARM_UP) {
                    times.get(account)[number - WARM_UP] = millis;
                }
            }
            if ((number + 1) % TOLD_EACH == 0) {
                progress.steps(TOLD_EACH, "enumeration: " + door.title() + ", " + (number + 1) + " of each kind");
            }
        }
        return times;
    }

    private static double time(Runnable post) {
        long began = System.nanoTime();
        post.run();
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    private static List<EnumerationTable.Row> rows(Door door, Map<Account, double[]> times) {
        double[] unknown = times.get(Account.UNKNOWN);
        List<EnumerationTable.Row> rows = new ArrayList<>();
        times.forEach((account, own) -> rows.add(new EnumerationTable.Row(
                door.title(),
                account.title(),
                MedianDifference.median(own),
                account == Account.UNKNOWN ? null : MedianDifference.of(own, unknown))));
        return rows;
    }
}
