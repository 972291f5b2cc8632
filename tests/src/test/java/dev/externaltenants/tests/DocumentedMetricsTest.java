package dev.externaltenants.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.KeycloakServer;
import dev.externaltenants.tests.harness.Scrape;
import dev.externaltenants.tests.harness.Scrape.Series;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/observability.md} and the dashboard name the metrics that the running server has, no fewer and no more. */
@Tag("any-database")
final class DocumentedMetricsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(xt_\\w+)` \\| (\\w+) \\| ([^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** By its ending, since details and errors of events begin alike. */
    private static final Pattern OURS =
            Pattern.compile("\\bxt_\\w+(?:_total|_seconds|_pending|_open|_info)(?:_bucket|_count|_sum|_max)?\\b");

    private static final Pattern HISTOGRAM_ENDING = Pattern.compile("_(bucket|count|sum|max)$");
    private static final Pattern SERIES_ENDING = Pattern.compile("_(bucket|count|sum|total)$");

    /** A version, or the number of a failure: not every one is listed. */
    private static final Pattern NUMBER = Pattern.compile("\\d.*");

    /** @param words the names of its tags and their values, less numbers */
    private record Metric(String type, Set<String> words) {}

    @Test
    void theTableIsWhatTheServerHas() {
        assertThat(documented()).isEqualTo(scraped());
    }

    @Test
    void theDocumentNamesNoOtherMetric() {
        assertThat(namedIn(page())).isSubsetOf(documented().keySet());
    }

    @Test
    void theDashboardAsksForNoOtherMetric() throws IOException {
        for (String expression : expressions(dashboard())) {
            assertThat(documented().keySet()).as(expression).containsAll(namedIn(expression));
        }
    }

    @Test
    void theDashboardShowsEachMetric() throws IOException {
        assertThat(namedIn(String.join("\n", expressions(dashboard()))))
                .isEqualTo(documented().keySet());
    }

    @Test
    void thePanelsOfTheDashboardHaveNumbersOfTheirOwn() throws IOException {
        List<Integer> ids = new ArrayList<>();
        dashboard().path("panels").forEach(panel -> ids.add(panel.path("id").asInt()));

        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    private static Map<String, Metric> documented() {
        Map<String, Metric> metrics = new TreeMap<>();
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            Set<String> words = new TreeSet<>();
            Matcher code = CODE.matcher(row.group(3));
            while (code.find()) {
                words.add(code.group(1));
            }
            metrics.put(row.group(1), new Metric(row.group(2), withoutNumbers(words)));
        }
        return metrics;
    }

    private static Map<String, Metric> scraped() {
        Scrape scrape = Scrape.of(KeycloakServer.running());
        Map<String, Metric> metrics = new TreeMap<>();
        scrape.types().forEach((family, type) -> {
            if (family.startsWith("xt_") && !family.endsWith("_max")) {
                metrics.put(type.equals("counter") ? family + "_total" : family, metric(scrape, family, type));
            }
        });
        return metrics;
    }

    private static Metric metric(Scrape scrape, String family, String type) {
        Set<String> words = new TreeSet<>();
        for (Series series :
                scrape.series(name -> SERIES_ENDING.matcher(name).replaceAll("").equals(family))) {
            words.addAll(series.tags().keySet());
            words.addAll(series.tags().values());
        }
        words.removeAll(Set.of("le", "+Inf"));
        return new Metric(type, withoutNumbers(words));
    }

    private static Set<String> withoutNumbers(Set<String> words) {
        return words.stream()
                .filter(word -> !NUMBER.matcher(word).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namedIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = OURS.matcher(text);
        while (name.find()) {
            names.add(HISTOGRAM_ENDING.matcher(name.group()).replaceAll(""));
        }
        return names;
    }

    private static List<String> expressions(JsonNode dashboard) {
        return dashboard.findValuesAsText("expr");
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(Documents.text(Documents.REPOSITORY.resolve("docs/grafana/external-tenants.json")));
    }

    private static String page() {
        return Documents.text(Documents.REPOSITORY.resolve("docs/observability.md"));
    }
}
