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
import org.apache.http.HttpHeaders;
import org.jboss.logging.Logger;

/** An access token of the API's own authorization server, fetched under the same guard and the same deadline as the call. */
final class ClientCredentialsProof implements CallerProof {

    private static final Logger LOG = Logger.getLogger(ClientCredentialsProof.class);

    /** What a header may carry, and no more than a server reads. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,7000}");

    private final HttpExchange http;
    private final GrantedTokens granted;
    private final UnaryOperator<String> secrets;

    /** @param secrets finds what the vault keeps */
    ClientCredentialsProof(HttpExchange http, GrantedTokens granted, UnaryOperator<String> secrets) {
        this.http = http;
        this.granted = granted;
        this.secrets = secrets;
    }

    @Override
    public Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) throws CalloutException {
        String key = request.extension().versionedId();
        String token = granted.find(key);
        if (token == null) {
            token = granted(request, key, deadline);
        }
        return Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    @Override
    public void refused(CalloutRequest request) {
        granted.drop(request.extension().versionedId());
    }

    private String granted(CalloutRequest request, String key, Deadline deadline) throws CalloutException {
        try {
            CallerAuthentication client = request.extension().authentication();
            Message message = new Message(
                    client.tokenEndpoint(),
                    Message.FORM,
                    Map.of(HttpHeaders.AUTHORIZATION, basic(client.clientId(), secrets.apply(client.secret()))));
            byte[] form = form(client.scope()).getBytes(StandardCharsets.UTF_8);
            byte[] answer = http.post(Caller.of(request), message, form, deadline.leftMilliseconds());
            return kept(key, StrictJson.read(answer));
        } catch (CalloutException e) {
            // its number is that of the call, which alone would have operators look at the wrong server
            LOG.warnf(
                    "The token endpoint of custom extension %s gave no token",
                    request.extension().name());
            throw e;
        }
    }

    private String kept(String key, JsonNode answer) throws CalloutException {
        String token = answer.path("access_token").asText();
        if (!TOKEN.matcher(token).matches()) {
            throw CalloutException.invalidBody("access_token");
        }
        granted.keep(key, token, answer.path("expires_in").asLong());
        return token;
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
