package dev.externaltenants.samples.claims;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An API as a customer of Entra would have written it: a tenant asks it at the events of sign-in and sign-up. It believes only
 * calls of the tenant's event service.
 */
public final class ClaimsApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiServer server;
    private final CallerCheck callers;
    private final String audience;
    private final OldUsers oldUsers;
    private final EventAnswers events;
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private volatile Answer answer = new Answer.ToEvent();

    /**
     * Whom the API listens and belongs to.
     *
     * @param address whose port 0 takes a free one
     * @param issuer of the tenant, whose published keys are asked at the first call
     * @param backChannel the issuer's address as it is reached from here
     * @param audience that the caller's token must be meant for
     */
    public record Settings(InetSocketAddress address, URI issuer, URI backChannel, String audience) {}

    private ClaimsApi(Settings settings, OldUsers oldUsers, CodeGateway gateway) {
        callers = new CallerCheck(settings.issuer(), settings.backChannel(), settings.audience());
        audience = settings.audience();
        this.oldUsers = oldUsers;
        events = new EventAnswers(oldUsers, (address, code) -> {
            codes.put(address, code);
            gateway.send(address, code);
        });
        server = new ApiServer(settings.address(), this::reply);
    }

    /**
     * Starts one on the loopback address that sends codes nowhere.
     *
     * @param port 0 takes a free one
     * @param issuer of the tenant, whose published keys are asked at the first call
     * @param audience that the caller's token must be meant for
     */
    public static ClaimsApi start(int port, URI issuer, String audience) {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return start(new Settings(here, issuer, issuer, audience), new OldUsers(), (address, code) -> {});
    }

    /**
     * @param oldUsers the accounts whose passwords the tenant asks about
     * @param gateway takes the codes that the tenant has sent
     * @throws java.io.UncheckedIOException when the address cannot be listened on
     */
    public static ClaimsApi start(Settings settings, OldUsers oldUsers, CodeGateway gateway) {
        return new ClaimsApi(settings, oldUsers, gateway);
    }

    /** The target URL to register as custom authentication extension. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/claims");
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

    private Reply reply(String route, Optional<String> authorization, String body) throws InterruptedException {
        return switch (route) {
            case "POST /claims" -> toCall(authorization, body);
            case "GET /health" -> Reply.json(200, Map.of("status", "UP", "calls", calls.size()));
            case "GET /registration" -> Reply.json(200, registration());
            default -> Reply.json(404, Map.of("error", "not_found"));
        };
    }

    /** What a tenant's REST takes to register this API; the key in it is a public one. */
    private Map<String, Object> registration() {
        return Map.of(
                "name",
                "claims-api",
                "displayName",
                "The sample claims API",
                "targetUrl",
                url().toString(),
                "resourceId",
                audience,
                "claims",
                List.of(Map.of("claimIdInApiResponse", "loyaltyTier", "claim", "loyalty_tier")),
                "encryptionKey",
                Map.of("keyId", OldUsers.KEY_ID, "publicKey", oldUsers.encryptionKeyAsPem()));
    }

    private Reply toCall(Optional<String> authorization, String body) throws InterruptedException {
        Optional<String> refusal = callers.refusal(authorization);
        if (refusal.isPresent()) {
            return Reply.refused(401, "invalid_token", refusal.get());
        }
        JsonNode call;
        try {
            call = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Reply.refused(400, "invalid_request", "The body is not JSON.");
        }
        calls.add(call);
        return toCall(call, answer);
    }

    private Reply toCall(JsonNode call, Answer answer) throws InterruptedException {
        if (answer instanceof Answer.Hang hang) {
            Thread.sleep(hang.duration().toMillis());
            return Reply.json(503, Map.of("error", "too_late"));
        }
        if (answer instanceof Answer.Other other) {
            return new Reply(other.status(), other.contentType(), other.body());
        }
        if (answer instanceof Answer.Claims given) {
            return Reply.json(200, EventAnswers.claims(given.claims()));
        }
        try {
            return Reply.json(200, events.to(call));
        } catch (IllegalArgumentException e) {
            return Reply.refused(400, "invalid_request", e.getMessage());
        }
    }
}
