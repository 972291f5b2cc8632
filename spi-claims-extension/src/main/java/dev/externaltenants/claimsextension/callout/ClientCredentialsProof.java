package dev.externaltenants.claimsextension.callout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.claimsextension.CallerAuthentication;
import dev.externaltenants.claimsextension.callout.CalloutWorkers.Caller;
import dev.externaltenants.claimsextension.callout.GrantedTokens.Granted;
import dev.externaltenants.userflow.circuit.Circuit;
import org.apache.http.HttpHeaders;
import org.jboss.logging.Logger;

/** An access token of the API's own authorization server, fetched under the same guard and the same deadline as the call. */
final class ClientCredentialsProof implements CallerProof {

    private static final Logger LOG = Logger.getLogger(ClientCredentialsProof.class);

    /** What a header may carry, and no more than a server reads. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,7000}");

    private final HttpExchange http;
    private final GrantedTokens granted;
    private final Circuit circuit;
    private final UnaryOperator<String> secrets;

    /**
     * @param circuit of token endpoints alone: one that is down must not have an API left alone that is well
     * @param secrets finds what the vault keeps
     */
    ClientCredentialsProof(HttpExchange http, GrantedTokens granted, Circuit circuit, UnaryOperator<String> secrets) {
        this.http = http;
        this.granted = granted;
        this.circuit = circuit;
        this.secrets = secrets;
    }

    @Override
    public Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) throws CalloutException {
        String key = request.extension().versionedId();
        String token = granted.get(key, deadline, () -> fetched(request, key, deadline));
        return Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    @Override
    public void refused(CalloutRequest request) {
        granted.drop(request.extension().versionedId());
    }

    private Granted fetched(CalloutRequest request, String key, Deadline deadline) throws CalloutException {
        if (!circuit.admits(key)) {
            throw CalloutException.lasting(CalloutError.CIRCUIT_OPEN).ofTokenEndpoint();
        }
        try {
            Granted token = asked(request, deadline);
            circuit.answered(key);
            return token;
        } catch (CalloutException e) {
            judge(key, e);
            // its number is that of the call, which alone would have operators look at the wrong server
            LOG.warnf(
                    "The token endpoint of custom extension %s gave no token",
                    request.extension().name());
            throw e.ofTokenEndpoint();
        }
    }

    /** It is asked about nobody, so each failure counts. */
    private void judge(String key, CalloutException failure) {
        if (failure.worthRetry()) {
            circuit.failed(key);
        } else if (failure.error().isOfAnAnswer()) {
            circuit.answered(key);
        }
    }

    private Granted asked(CalloutRequest request, Deadline deadline) throws CalloutException {
        CallerAuthentication client = request.extension().authentication();
        Message message = new Message(
                client.tokenEndpoint(),
                Message.FORM,
                Map.of(HttpHeaders.AUTHORIZATION, basic(client.clientId(), secrets.apply(client.secret()))));
        byte[] form = form(client.scope()).getBytes(StandardCharsets.UTF_8);
        byte[] answer = http.post(Caller.of(request), message, form, deadline.leftMilliseconds());
        return granted(StrictJson.read(answer));
    }

    private static Granted granted(JsonNode answer) throws CalloutException {
        String token = answer.path("access_token").asText();
        if (!TOKEN.matcher(token).matches()) {
            throw CalloutException.invalidBody("access_token");
        }
        return new Granted(token, answer.path("expires_in").asLong());
    }

    private static String form(String scope) {
        return "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encoded(scope));
    }

    /** Each half encoded, as RFC 6749 asks in 2.3.1. */
    private static String basic(String clientId, String secret) {
        String both = encoded(clientId) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
