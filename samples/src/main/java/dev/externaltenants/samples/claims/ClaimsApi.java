package dev.externaltenants.samples.claims;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;

/**
 * An API as a customer of Entra would have written it: a tenant asks it at the events of sign-in and sign-up. It believes only
 * calls of the tenant's event service.
 */
public final class ClaimsApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalServer server;
    private final CallerCheck callers;
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final OldUsers oldUsers = new OldUsers();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final EventAnswers events = new EventAnswers(oldUsers, codes::put);
    private volatile Answer answer = new Answer.ToEvent();

    private ClaimsApi(int port, URI issuer, URI backChannel, String audience) {
        callers = new CallerCheck(issuer, backChannel, audience);
        server = LocalServer.start(port, this::handle);
    }

    /**
     * @param port 0 takes a free one
     * @param issuer of the tenant, whose published keys are asked at the first call
     * @param audience that the caller's token must be meant for
     */
    public static ClaimsApi start(int port, URI issuer, String audience) {
        return start(port, issuer, issuer, audience);
    }

    /** @param backChannel the issuer's address as it is reached from here, if that is another one */
    public static ClaimsApi start(int port, URI issuer, URI backChannel, String audience) {
        return new ClaimsApi(port, issuer, backChannel, audience);
    }

    /** The target URL to register as custom authentication extension. */
    public URI url() {
        return server.url("/claims");
    }

    /** From now on, answer like this. */
    public void answerWith(Answer newAnswer) {
        answer = newAnswer;
    }

    /** The bodies of all calls with a good token, in order of arrival, whatever was answered. */
    public List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    /** The accounts whose passwords the tenant asks about. */
    public OldUsers oldUsers() {
        return oldUsers;
    }

    /** The last code that this API was to send to an address. */
    public Optional<String> codeFor(String address) {
        return Optional.ofNullable(codes.get(address));
    }

    @Override
    public void close() {
        server.close();
    }

    private Response handle(Request request) throws IOException, InterruptedException {
        return switch (request.route()) {
            case "POST /claims" -> claims(request);
            case "GET /health" -> json(200, Map.of("status", "UP", "calls", calls.size()));
            default -> json(404, Map.of("error", "not_found"));
        };
    }

    private Response claims(Request request) throws IOException, InterruptedException {
        Optional<String> refusal = callers.refusal(request.header("Authorization"));
        if (refusal.isPresent()) {
            return json(401, Map.of("error", "invalid_token", "error_description", refusal.get()))
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        JsonNode call;
        try {
            call = JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            return json(400, Map.of("error", "invalid_request", "error_description", "The body is not JSON."));
        }
        calls.add(call);
        return answerTo(call, answer);
    }

    private Response answerTo(JsonNode call, Answer answer) throws InterruptedException {
        if (answer instanceof Answer.Hang hang) {
            Thread.sleep(hang.duration().toMillis());
            return json(503, Map.of("error", "too_late"));
        }
        if (answer instanceof Answer.Other other) {
            return Response.text(other.status(), other.contentType(), other.body());
        }
        if (answer instanceof Answer.Claims given) {
            return json(200, EventAnswers.claims(given.claims()));
        }
        try {
            return json(200, events.to(call));
        } catch (IllegalArgumentException e) {
            return json(400, Map.of("error", "invalid_request", "error_description", e.getMessage()));
        }
    }

    private static Response json(int status, Map<String, Object> body) {
        try {
            return Response.json(status, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON: " + body, e);
        }
    }
}
