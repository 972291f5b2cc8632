package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;

/** The server's metrics at one moment, as Prometheus reads them. */
public final class Scrape {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final Map<String, String> types = new TreeMap<>();
    private final Map<Series, Double> values = new HashMap<>();

    /** A name and its tags. */
    public record Series(String name, Map<String, String> tags) {}

    private Scrape(String text) {
        text.lines().forEach(this::read);
    }

    /** Scrapes, or skips the test where the server's management port is out of reach. */
    public static Scrape of(KeycloakServer server) {
        Assumptions.assumeTrue(server.management().isPresent(), "the server's management port is not known");
        return at(server.management().get());
    }

    /** Scrapes what answers at this management port. */
    static Scrape at(URI management) {
        URI metrics = management.resolve("/metrics");
        try {
            String text = HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            return new Scrape(text);
        } catch (IOException e) {
            throw new IllegalStateException("No metrics at " + metrics, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param tags keys and values, all that the series has */
    public double value(String name, String... tags) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            wanted.put(tags[i], tags[i + 1]);
        }
        Double value = values.get(new Series(name, wanted));
        if (value == null) {
            throw new AssertionError("No " + name + wanted + " among "
                    + series(name::equals).stream().map(Series::tags).toList());
        }
        return value;
    }

    public double value(Series series) {
        return values.get(series);
    }

    public Set<Series> series(Predicate<String> name) {
        return values.keySet().stream()
                .filter(series -> name.test(series.name()))
                .collect(Collectors.toSet());
    }

    /** Returns the type of each metric by its name, which is that of its series, less a histogram's endings. */
    public Map<String, String> types() {
        return types;
    }

    /** Returns the names of all series. */
    public Set<String> names() {
        return values.keySet().stream().map(Series::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(String line) {
        Matcher type = TYPE.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (type.matches()) {
            types.put(type.group(1), type.group(2));
        } else if (sample.matches()) {
            Map<String, String> tags = new HashMap<>();
            Matcher tag = TAG.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (tag.find()) {
                tags.put(tag.group(1), tag.group(2));
            }
            values.put(new Series(sample.group(1), tags), Double.valueOf(sample.group(3)));
        }
    }
}
