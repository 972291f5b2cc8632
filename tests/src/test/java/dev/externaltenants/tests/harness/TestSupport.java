package dev.externaltenants.tests.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;

/** The provider that only the tests' server has; see {@code tests/support}. */
public final class TestSupport {

    private final KeycloakServer server;

    private TestSupport(KeycloakServer server) {
        this.server = server;
    }

    public static TestSupport of(KeycloakServer server) {
        return new TestSupport(server);
    }

    /** A REST method of ours; the path is from the server's root and has its parameters in braces. */
    public record RestMethod(String method, String path) {}

    /** Moves the clocks of all the server's processes ahead of the machine's while the work runs. */
    public void at(Duration ahead, Runnable work) {
        setOffset(ahead.toSeconds());
        try {
            work.run();
        } finally {
            setOffset(0);
        }
    }

    /**
     * Returns when the server has booked the proofs that it has answered: it does so behind the answer, and refuses what else
     * comes of the same customer until then.
     */
    static void awaitBookedProofs(URI base) {
        String path = "booked-proofs";
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(base, path)).PUT(BodyPublishers.noBody());
        if (!Settings.cluster()) {
            AdminApi.send(path, request.build()).expect(204);
            return;
        }
        for (Node node : Node.values()) {
            node.header().forEach(request::setHeader);
            int status = AdminApi.send(path, request.build()).status();
            // A node that was killed has nothing to book, and the one before both says that it does not answer.
            if (status != 204 && status != 502) {
                throw new IllegalStateException("Node " + node + " answers " + status + " to " + path);
            }
        }
    }

    /** Runs a task now that the server would run some time. */
    public void runTask(String name) {
        AdminApi.send(
                        "task " + name,
                        HttpRequest.newBuilder(uri(server.base(), "task?name=" + name))
                                .PUT(BodyPublishers.noBody())
                                .build())
                .expect(204);
    }

    /** Keeps a task of the server's timer from beginning by itself while the work runs. */
    public void withoutTimer(String task, Runnable work) {
        long interval = runEvery(task, Duration.ofDays(1).toMillis());
        try {
            work.run();
        } finally {
            runEvery(task, interval);
        }
    }

    private long runEvery(String task, long millis) {
        String path = "task-interval?name=" + task + "&millis=" + millis;
        return AdminApi.send(
                        path,
                        HttpRequest.newBuilder(uri(server.base(), path))
                                .PUT(BodyPublishers.noBody())
                                .build())
                .expect(200)
                .json()
                .asLong();
    }

    /** Writes a value into the realm's component of the type, as another version of ours would have left it. */
    public void writeIntoComponent(String realm, String type, String key, String value) {
        String path = "component?realm=" + realm + "&type=" + type + "&key=" + key + "&value=" + value;
        AdminApi.send(
                        path,
                        HttpRequest.newBuilder(uri(server.base(), path))
                                .PUT(BodyPublishers.noBody())
                                .build())
                .expect(204);
    }

    /** Removes a role of the realm's own administrators, as a version of ours would have left it that had none of the name. */
    public void removeAdministratorRole(String realm, String role) {
        String path = "administrator-role?realm=" + realm + "&role=" + role;
        AdminApi.send(
                        path,
                        HttpRequest.newBuilder(uri(server.base(), path))
                                .DELETE()
                                .build())
                .expect(204);
    }

    /** Has the server send a notice to each of so many addresses that end like this one. */
    public void sendNotices(String realm, String address, int count) {
        String path = "notices?realm=" + realm + "&address=" + Forms.encode(address) + "&count=" + count;
        AdminApi.send(
                        path,
                        HttpRequest.newBuilder(uri(server.base(), path))
                                .PUT(BodyPublishers.noBody())
                                .build())
                .expect(204);
    }

    /** Has Keycloak send the user a mail of its own where no request is; fails when it does not leave. */
    public void sendMailOfATask(String realm, String userId) {
        String path = "mail-of-a-task?realm=" + realm + "&user=" + userId;
        AdminApi.send(
                        path,
                        HttpRequest.newBuilder(uri(server.base(), path))
                                .PUT(BodyPublishers.noBody())
                                .build())
                .expect(204);
    }

    /** Lists the messages that the tests' own sender has taken in the place of mails. */
    public JsonNode keptMessages(String realm) {
        return get("kept-messages?realm=" + realm).json();
    }

    public List<RestMethod> restMethods() {
        return methods("rest-methods");
    }

    /** Lists Keycloak's own admin REST. */
    public List<RestMethod> adminMethods() {
        return methods("admin-methods");
    }

    private List<RestMethod> methods(String listing) {
        List<RestMethod> methods = new ArrayList<>();
        get(listing)
                .json()
                .forEach(method -> methods.add(new RestMethod(
                        method.path("method").asText(), method.path("path").asText())));
        return methods;
    }

    /** Names the database columns in which the text occurs. */
    public List<String> columnsContaining(String text) {
        List<String> columns = new ArrayList<>();
        get("database-search?text=" + Forms.encode(text)).json().forEach(column -> columns.add(column.asText()));
        return columns;
    }

    /** Has the server reach a host of the Internet at a port of this machine, by plain http. */
    public void lead(String host, int port) {
        putToEach("hosts?host=" + host + "&port=" + port);
    }

    /** Returns how many SQL statements the work makes the server prepare. */
    public long statementsOf(Runnable work) {
        long before = statements();
        work.run();
        return statements() - before;
    }

    private long statements() {
        return get("statements").json().asLong();
    }

    private void setOffset(long seconds) {
        putToEach("time-offset?seconds=" + seconds);
    }

    private void putToEach(String path) {
        for (URI process : server.processes()) {
            AdminApi.send(
                            path,
                            HttpRequest.newBuilder(uri(process, path))
                                    .PUT(BodyPublishers.noBody())
                                    .build())
                    .expect(204);
        }
    }

    private Answer get(String path) {
        return AdminApi.send(
                        path, HttpRequest.newBuilder(uri(server.base(), path)).build())
                .expect(200);
    }

    private static URI uri(URI base, String path) {
        return URI.create(base + "/realms/master/xt-test-support/" + path);
    }
}
