package dev.externaltenants.tests;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.OpenApi.Operation;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand requests that no well-meaning client sends: the server never fails at one, says by a documented code what is
 * wrong, tells nothing of its inside, and what it refuses changes nothing.
 */
final class HostileRequestsTest {

    private static final int BATCHES = 20;
    /** Less where the other suite has done it: there it is about what the database takes amiss. */
    private static final int BATCH = "postgres".equals(System.getProperty("xt.suite")) ? 50 : 500;

    private static final int THREADS = 8;
    private static final String DOCUMENT = "/document";
    private static final String LISTENERS = "/event-listeners/";
    private static final String USER_FLOWS = "/user-flows/";

    /** What of a program and its database must not be told. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\(|Exception|\\borg\\.|\\bjava\\.|jakarta|jackson|dev\\.externaltenants|hibernate|SQL|XT_[A-Z]");

    private static final Pattern CODE = Pattern.compile("xt_[a-z_]+");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final MailServer MAIL = new MailServer();
    private static final Tenant TENANT = Tenant.named("hostile", MAIL);
    private static final OpenApi API = OpenApi.read();
    private static final OpenApiCheck DESCRIBED = new OpenApiCheck();
    private static final Set<String> CODES = new TreeSet<>(DocumentedErrors.ofTheRest());
    private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

    private static final Map<String, Integer> ANSWERS = new TreeMap<>();

    private static HostileRequests requests;
    private static TenantObjects objects;
    private static String secret;

    /** Requests that are sent at once; shown in a report by those of them that went wrong. */
    private record Batch(List<HostileRequest> requests) {

        @Override
        public String toString() {
            return requests.size() + " requests";
        }
    }

    /** A request and what became of it. */
    private record Exchange(HostileRequest request, HttpRequest sent, Answer answer) {

        boolean isAcceptedWrite() {
            return answer.status() < 300 && !Set.of("GET", "HEAD", "OPTIONS").contains(request.method());
        }

        /** Returns the status with the code of ours, if it has one. */
        String kind() {
            Matcher code = CODE.matcher(answer.body());
            return answer.status() + (answer.status() >= 400 && code.find() ? " " + code.group() : "");
        }

        /** Returns what the request wrote to: where it went, and what it created. */
        String target() {
            return request.path().replaceFirst("\\?.*", "")
                    + answer.headers()
                            .firstValue("Location")
                            .map(location -> " " + location)
                            .orElse("");
        }
    }

    @BeforeContainer
    static void tenantWithOneOfEach() {
        MAIL.beforeAll(null);
        TENANT.create();
        TENANT.attribute("loyaltyNumber", "STRING");
        String extension = TENANT.admin()
                .post(
                        TENANT.path("/custom-extensions"),
                        Map.of(
                                "name",
                                "loyalty",
                                "targetUrl",
                                "https://127.0.0.1/claims",
                                "resourceId",
                                "api://claims"))
                .createdId();
        TENANT.admin()
                .post(
                        TENANT.path("/event-listeners"),
                        Map.of(
                                "name",
                                "loyalty",
                                "event",
                                "onTokenIssuanceStart",
                                "extensionId",
                                extension,
                                "conditions",
                                Map.of("includeAllApplications", true)))
                .expect(201);
        String flow =
                TENANT.userFlow(FlowSpec.named("default").asks("loyaltyNumber").claimsFrom(extension));
        secret = TENANT.admin()
                .post(
                        TENANT.path("/applications"),
                        Map.of(
                                "type",
                                "web",
                                "clientId",
                                "shop",
                                "redirectUris",
                                List.of("https://shop.example/callback"),
                                "userFlow",
                                flow))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        TENANT.admin()
                .post(TENANT.path("/applications/shop/roles"), Map.of("value", "buyer"))
                .expect(201);
        TENANT.claims("shop", Map.of("loyaltyNumber", "loyaltyNumber"));
        objects = new TenantObjects(API, TENANT.admin(), TENANT.realm());
        Map<Operation, String> existing = existing();
        requests = new HostileRequests(existing, bodies(existing));
    }

    @AfterContainer
    static void deleteTenant() {
        POOL.shutdownNow();
        System.out.println("[hostile] answers: " + ANSWERS);
        TENANT.delete();
        MAIL.afterAll(null);
    }

    @Provide
    Arbitrary<Batch> batches() {
        return requests.any().list().ofSize(BATCH).map(Batch::new);
    }

    // The same requests each time, as long as the description is the same; leave the seed out to look for more.
    @Property(seed = "20261122", tries = BATCHES, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void noneFailsTellsOrChangesAnything(@ForAll("batches") Batch batch) {
        Map<String, JsonNode> before = objects.all();

        List<Exchange> exchanges = sent(batch.requests());

        exchanges.forEach(exchange -> ANSWERS.merge(exchange.kind(), 1, Integer::sum));
        assertThat(exchanges.stream().flatMap(exchange -> wrongWith(exchange).stream()))
                .isEmpty();
        List<Exchange> writes =
                exchanges.stream().filter(Exchange::isAcceptedWrite).toList();
        Map<String, JsonNode> after = objects.all();
        assertThat(changed(before, after))
                .as("changed, though written to were only " + writes)
                .allMatch(path -> writes.stream().anyMatch(write -> explains(write, path, before, after)));
        writes.forEach(HostileRequestsTest::remove);
    }

    private static Map<Operation, String> existing() {
        Map<Operation, String> existing = new LinkedHashMap<>();
        for (Operation operation : API.operations()) {
            if (operation.path().startsWith("/admin/")) {
                existing.put(
                        operation,
                        objects.existing(operation.path())
                                .orElse(operation
                                        .path()
                                        .replaceAll("\\{realm}", TENANT.realm())
                                        .replaceAll("[{}]", "")));
            }
        }
        return existing;
    }

    /** What the schema lets pass, and where there is such a thing, what the rules let pass too. */
    private static Map<Operation, List<JsonNode>> bodies(Map<Operation, String> existing) {
        SampleBodies samples = new SampleBodies(API);
        Map<Operation, List<JsonNode>> bodies = new HashMap<>();
        existing.forEach((operation, path) -> {
            JsonNode sample = samples.of(operation);
            if (!sample.isMissingNode()) {
                bodies.put(
                        operation,
                        Stream.concat(Stream.of(sample), objects.likeThoseAt(path).stream())
                                .toList());
            }
        });
        return bodies;
    }

    private static List<Exchange> sent(List<HostileRequest> batch) {
        List<Future<Exchange>> pending = new ArrayList<>();
        for (HostileRequest request : batch) {
            pending.add(POOL.submit(() -> {
                HttpRequest sent =
                        request.at(TENANT.server().base(), TENANT.admin().token());
                return new Exchange(request, sent, answer(request, sent));
            }));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Future<Exchange> exchange : pending) {
            try {
                exchanges.add(exchange.get());
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return exchanges;
    }

    private static Answer answer(HostileRequest hostile, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(hostile.toString(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + hostile, e);
        }
    }

    private static Optional<String> wrongWith(Exchange exchange) {
        try {
            Answer answer = exchange.answer();
            DESCRIBED.check(exchange.sent(), answer);
            assertThat(answer.body()).as(answer.toString()).doesNotContain(secret);
            if (answer.status() >= 400) {
                assertThat(answer.body()).as(answer.toString()).doesNotContainPattern(INSIDE);
            }
            if (answer.status() >= 400 && answer.body().contains("xt_")) {
                assertThat(CODES).as(answer.toString()).contains(answer.error());
            }
            return Optional.empty();
        } catch (AssertionError wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private static Set<String> changed(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
        return paths;
    }

    /** An item also stands in the lists of others, so its last two segments say which it is. */
    private static boolean explains(
            Exchange write, String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        if (path.endsWith(DOCUMENT)) {
            // It shows what any of them changes.
            return true;
        }
        if (write.target().endsWith(DOCUMENT)) {
            return DocumentWrite.of(write.request().shown()).explains(shownBy(path), before, after);
        }
        if (path.contains(LISTENERS) && write.target().contains(USER_FLOWS)) {
            // It says which user flows ask an extension of their own in its place.
            return true;
        }
        String[] segments = shownBy(path).split("/", -1);
        String item = segments[segments.length - 2] + "/" + segments[segments.length - 1];
        return write.target().contains(item) || isBelow(write, path) || isBelowCreated(write, path);
    }

    /** Tenants also stand in the list of the server, and what an app's developer needs follows from the app. */
    private static String shownBy(String path) {
        return path.replaceFirst("^/admin/realms/master/external-tenants/(.*)$", "/admin/realms/$1/external-tenant")
                .replaceFirst("/setup$", "");
    }

    /** What is replaced as a whole has its items below; the tenant itself is none of that, and has all of them below. */
    private static boolean isBelow(Exchange write, String path) {
        String written = write.request().path().replaceFirst("\\?.*", "");
        return write.request().method().equals("PUT") && !written.endsWith(TENANT.path("")) && path.startsWith(written);
    }

    /** An app that was registered has its own mapping of claims from then on. */
    private static boolean isBelowCreated(Exchange write, String path) {
        return created(write).filter(created -> path.startsWith(created + "/")).isPresent();
    }

    private static void remove(Exchange write) {
        created(write).ifPresent(path -> TENANT.admin().callAt("DELETE", path, null, Map.of()));
    }

    private static Optional<String> created(Exchange write) {
        return write.answer()
                .headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst("^[a-z]+://[^/]+", ""));
    }
}
