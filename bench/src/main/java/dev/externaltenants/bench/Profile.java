package dev.externaltenants.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import dev.externaltenants.bench.profile.Recording;
import dev.externaltenants.bench.profile.Samples;
import dev.externaltenants.bench.report.Progress;
import dev.externaltenants.bench.stats.Round;

/** Says where a scenario's time and memory go, and where our side takes more than the other. */
final class Profile {

    private static final String OURS = "dev.externaltenants.";
    private static final int SHOWN = 30;
    private static final int RECORDED_ROUNDS = 6;

    private final Options options;
    private final Workshop workshop;

    Profile(Options options, Workshop workshop) {
        this.options = options;
        this.workshop = workshop;
    }

    /** One side's round and what was seen in it. */
    private record Seen(Round round, Samples samples) {

        /** Returns milliseconds of processor time for each operation, by method with all that it calls. */
        Map<String, Double> millis() {
            Map<String, Double> millis = new HashMap<>();
            samples.within().forEach((method, share) -> millis.put(method, share * round.cpu()));
            return millis;
        }
    }

    void print() {
        Progress progress = new Progress(1);
        Duration length = Duration.ofSeconds(options.seconds());
        try (BenchServer server = workshop.start(workshop.postgres().create("bench"));
                Stage stage = new Stage(server)) {
            Scenario scenario = Catalogue.scenarios(options.profile(), stage).get(0);
            Comparison comparison = new Comparison(scenario, server, progress);
            comparison.warmUp(WarmUp.OF_A_SERVER, length);
            Seen ours = seen(comparison, true, server);
            Seen other = seen(comparison, false, server);
            print(scenario, ours, other);
        }
    }

    private Seen seen(Comparison comparison, boolean ofOurs, BenchServer server) {
        Duration length = Duration.ofSeconds(options.seconds()).multipliedBy(RECORDED_ROUNDS);
        Path file = workshop.home().resolve("profile-" + (ofOurs ? "ours" : "beside") + ".jfr");
        Round[] round = new Round[1];
        Samples samples = Recording.during(
                () -> round[0] = ofOurs ? comparison.ours(length) : comparison.other(length), server.java(), file);
        return new Seen(round[0], samples);
    }

    private void print(Scenario scenario, Seen ours, Seen other) {
        System.out.printf(
                Locale.ROOT,
                "%n%s: CPU ms %.2f beside %.2f (%s), with the recorder on. Recordings: %s/profile-*.jfr%n",
                scenario.title(),
                ours.round().cpu(),
                other.round().cpu(),
                scenario.beside(),
                workshop.home());
        list("Our methods with all they call, CPU ms of each operation", ours.millis(), Profile::isOurs);
        list(
                "Our methods with all they call, share of allocated bytes",
                ours.samples().allocated(),
                Profile::isOurs);
        list("Methods by themselves, share of looks", ours.samples().top(), method -> true);
        Map<String, Double> more = new HashMap<>(ours.millis());
        other.millis().forEach((method, millis) -> more.merge(method, -millis, Double::sum));
        list("Where our side takes more, with all they call, CPU ms of each operation", more, method -> true);
        more.replaceAll((method, millis) -> -millis);
        list("Where the other side takes more", more, method -> true);
    }

    private static boolean isOurs(String method) {
        return method.startsWith(OURS);
    }

    private static void list(String title, Map<String, Double> figures, Predicate<String> which) {
        System.out.println("\n" + title);
        figures.entrySet().stream()
                .filter(figure -> which.test(figure.getKey()) && figure.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(figure -> System.out.printf(Locale.ROOT, "  %7.3f  %s%n", figure.getValue(), figure.getKey()));
    }
}
