package dev.externaltenants.tests.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keycloak's admin REST as seen by one caller. Paths are below {@code /admin/realms} unless a method says otherwise. */
public final class AdminApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final List<AnswerCheck> CHECKS = ServiceLoader.load(AnswerCheck.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private static final Map<URI, AdminApi> MASTER_ADMINS = new ConcurrentHashMap<>();

    private final URI base;
    private final Bearer bearer;

    private AdminApi(URI base, Bearer bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /** Returns the REST as the administrator of the realm master sees it; one for all, since each token costs a hash. */
    public static AdminApi ofMasterAdmin(URI base) {
        return MASTER_ADMINS.computeIfAbsent(base, server -> new AdminApi(server, new MasterAdmin(server)));
    }

    /** Returns the REST as the holder of this token sees it. */
    public AdminApi withToken(String token) {
        return new AdminApi(base, () -> token);
    }

    /** Returns the REST as an administrator of one realm sees it, with a token of now. */
    public AdminApi signedIn(String realm, String user, String password) {
        return withToken(tokenOf(base, realm, user, password));
    }

    /** Returns the REST as anybody sees it. */
    public AdminApi withoutToken() {
        return new AdminApi(base, () -> null);
    }

    /** Returns the token that a call of now would bring, or null without one. */
    public String token() {
        return bearer.token();
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    /** Calls with a body that is sent as it is if it is a string, else as JSON. */
    public Answer call(String method, String path, Object body) {
        return call(method, path, body, Map.of());
    }

    public Answer call(String method, String path, Object body, Map<String, String> headers) {
        return callAt(method, "/admin/realms" + path, body, headers);
    }

    /** Calls a path from the server's root. */
    public Answer callAt(String method, String path, Object body, Map<String, String> headers) {
        Answer answer = attempt(method, path, body, headers);
        // The clock of the server may have been moved past the token's end.
        return answer.status() == 401 && bearer.renew() ? attempt(method, path, body, headers) : answer;
    }

    private Answer attempt(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        String token = bearer.token();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(method + " " + path, request.build());
    }

    /** Sends any request. */
    public static Answer send(String description, HttpRequest request) {
        try {
            Answer answer = Answer.to(description, HTTP.send(request, BodyHandlers.ofString()));
            CHECKS.forEach(check -> check.check(request, answer));
            return answer;
        } catch (IOException e) {
            throw new AssertionError(description + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tokenOf(URI base, String realm, String user, String password) {
        String form = Forms.encode(
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return send("token of " + user, request)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private static String text(Object body) {
        try {
            return body instanceof String string ? string : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** How the caller proves who it is. */
    private interface Bearer {

        String token();

        /** Returns whether another try may succeed. */
        default boolean renew() {
            return false;
        }
    }

    private static final class MasterAdmin implements Bearer {

        private static final Duration REUSE = Duration.ofSeconds(30);

        private final URI base;
        private String token;
        private long obtained;

        MasterAdmin(URI base) {
            this.base = base;
        }

        @Override
        public synchronized String token() {
            if (token == null || System.nanoTime() - obtained > REUSE.toNanos()) {
                token = tokenOf(base, "master", ServerOptions.ADMIN, ServerOptions.ADMIN_PASSWORD);
                obtained = System.nanoTime();
            }
            return token;
        }

        @Override
        public synchronized boolean renew() {
            token = null;
            return true;
        }
    }
}
