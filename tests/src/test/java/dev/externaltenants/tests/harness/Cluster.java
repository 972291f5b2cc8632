package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.sun.net.httpserver.Headers;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Database;
import dev.externaltenants.tests.servers.Distribution;
import dev.externaltenants.tests.servers.Postgres;
import dev.externaltenants.tests.servers.ServerOptions;

/**
 * Two Keycloaks on one PostgreSQL behind one address; one cluster for the whole run. The test says which node serves: a
 * request is never passed to the other by itself.
 */
public final class Cluster implements KeycloakServer {

    private static final String DATABASE = "keycloak";

    private final Balancer balancer = Balancer.start(this::addressFor);
    private final AdminApi admin = AdminApi.ofMasterAdmin(base());
    private final AtomicInteger requests = new AtomicInteger();
    private final Postgres postgres;
    private final Map<Node, ClusterNode> nodes = new EnumMap<>(Node.class);
    private volatile Supplier<Node> turn = () -> Node.A;

    private Cluster(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Returns the one of this run; the first call starts it, the end of the run stops it. */
    public static Cluster running() {
        return Running.CLUSTER;
    }

    /** Lets this node serve all that comes. */
    public Cluster onNode(Node node) {
        turn = () -> node;
        return this;
    }

    /** Lets each request be served by another node than the one before. */
    public Cluster inTurn() {
        turn = () -> requests.getAndIncrement() % 2 == 0 ? Node.A : Node.B;
        return this;
    }

    /** Ends the node at once, as {@code kill -9} and a power cut do. */
    public void kill(Node node) {
        nodes.get(node).kill();
    }

    /** Starts a node that was killed; it holds its share of the caches when this returns. */
    public void restart(Node node) {
        nodes.get(node).start();
    }

    /** Starts what is not running. */
    public Cluster whole() {
        Arrays.stream(Node.values()).filter(node -> !nodes.get(node).isAlive()).forEach(this::restart);
        return this;
    }

    /** Runs SQL in the database that the nodes share. */
    public void execute(String sql) {
        postgres.execute(DATABASE, sql);
    }

    /** Returns the node's metrics. */
    public Scrape metrics(Node node) {
        return Scrape.at(nodes.get(node).management());
    }

    @Override
    public URI base() {
        return balancer.address();
    }

    @Override
    public List<URI> processes() {
        return nodes.values().stream()
                .filter(ClusterNode::isAlive)
                .map(ClusterNode::base)
                .toList();
    }

    @Override
    public AdminApi admin() {
        return admin;
    }

    /** Each node has its own. */
    @Override
    public Optional<URI> management() {
        return Optional.empty();
    }

    /** There are two, {@code A.log} and {@code B.log}. */
    @Override
    public Optional<Path> log() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        nodes.values().stream().filter(ClusterNode::isAlive).forEach(ClusterNode::kill);
        postgres.close();
    }

    private URI addressFor(Headers request) {
        String wanted = request.getFirst(Node.HEADER);
        return nodes.get(wanted == null ? turn.get() : Node.valueOf(wanted)).base();
    }

    private static Cluster start() {
        Path folder = Settings.target().resolve("cluster");
        forgetLogs(folder);
        Postgres postgres = Postgres.start(folder);
        Cluster cluster = new Cluster(postgres);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop, "stop-cluster"));
        Database database = postgres.create(DATABASE);
        Distribution built = new Distribution(Settings.distribution(), folder.resolve("build.log"))
                .built(Settings.providers(), ServerOptions.build(database));
        for (Node node : Node.values()) {
            Path home = folder.resolve(node.name());
            Distribution copy = built.copiedTo(home, folder.resolve(node + ".log"));
            cluster.nodes.put(node, new ClusterNode(copy, database, cluster.base()));
        }
        // One after the other, since the first creates the tables.
        return cluster.whole();
    }

    private static void forgetLogs(Path folder) {
        try {
            for (String log : List.of("build.log", "A.log", "B.log", "postgres.log")) {
                Files.deleteIfExists(folder.resolve(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Running {

        static final Cluster CLUSTER = start();
    }
}
