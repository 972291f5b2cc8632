package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An identity provider that asks nobody anything: whoever a test names is signed in there, and Keycloak's broker gets what
 * an OpenID Connect provider would answer.
 */
public final class StandInProvider implements BeforeAllCallback, AfterAllCallback {

    public static final String CLIENT_ID = "contoso-at-provider";
    public static final String CLIENT_SECRET = "a-secret-of-the-provider-0123456789";

    private final RSAKey key = newKey();
    private final Map<String, Map<String, Object>> claimsByCode = new ConcurrentHashMap<>();
    private final Map<String, String> lastTokenRequest = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> beforeMetadata = new AtomicReference<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile String clientAuthentication = "client_secret_post";
    private LocalServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = LocalServer.start(0, this::answer);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    public String issuer() {
        return server.url("").toString();
    }

    public int port() {
        return server.port();
    }

    /** Says who is signed in at the provider from now on, and what else it tells of them. */
    public void signsIn(String subject, Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", subject);
        person = all;
    }

    /** Says in the metadata how a client is to prove itself; it is not looked at. */
    public void takesClientsBy(String method) {
        clientAuthentication = method;
    }

    /** Lets something happen while who asks for the metadata next still waits for it. */
    public void onceBeforeMetadata(Runnable happening) {
        beforeMetadata.set(happening);
    }

    /** Returns what the broker last sent to redeem a code. */
    public Map<String, String> lastTokenRequest() {
        return lastTokenRequest;
    }

    /** Creates the provider with Keycloak's own REST, as an operator who knows nothing of user flows would. */
    public void createIn(Tenant tenant, String alias, Map<String, Object> further) {
        Map<String, Object> provider = new HashMap<>(Map.of(
                "alias",
                alias,
                "displayName",
                alias.substring(0, 1).toUpperCase(Locale.ROOT) + alias.substring(1),
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "config",
                config()));
        provider.putAll(further);
        tenant.admin()
                .post("/" + tenant.realm() + "/identity-provider/instances", provider)
                .expect(201);
    }

    public Map<String, Object> config() {
        return Map.of(
                "issuer",
                issuer(),
                "authorizationUrl",
                issuer() + "/authorize",
                "tokenUrl",
                issuer() + "/token",
                "jwksUrl",
                issuer() + "/jwks",
                "useJwksUrl",
                "true",
                "validateSignature",
                "true",
                "clientId",
                CLIENT_ID,
                "clientSecret",
                CLIENT_SECRET,
                "clientAuthMethod",
                "client_secret_post",
                "defaultScope",
                "openid profile email");
    }

    /** Goes on from a page of the broker that leads here, and back with what this provider answers. */
    public FormPage through(FormBrowser browser, FormPage leaving) {
        URI here = leaving.returned();
        if (!here.toString().startsWith(issuer())) {
            throw new AssertionError("Not on the way to the provider: " + here);
        }
        return browser.open(browser.open(here).returned());
    }

    private Response answer(Request request) throws IOException, JOSEException {
        return switch (request.path()) {
            case "/authorize" -> Response.seeOther(answerTo(request.uri()));
            case "/token", "/oauth/access_token", "/consumers/oauth2/v2.0/token" -> token(request);
            case "/v1/userinfo", "/me", "/v1.0/me/" ->
                Response.json(200, new ObjectMapper().writeValueAsString(person));
            case "/jwks", "/oauth2/v3/certs" ->
                Response.json(200, new JWKSet(key).toPublicJWKSet().toString());
            case "/.well-known/openid-configuration" -> Response.json(200, metadata());
            default -> Response.json(404, "{}");
        };
    }

    /** Returns where a provider would send the browser that came with this authorization request. */
    public URI answerTo(URI authorizationRequest) {
        Map<String, String> asked = parameters(authorizationRequest.getRawQuery());
        Map<String, Object> claims = new HashMap<>(person);
        if (asked.containsKey("nonce")) {
            claims.put("nonce", asked.get("nonce"));
        }
        String code = UUID.randomUUID().toString();
        claimsByCode.put(code, claims);
        return URI.create(
                asked.get("redirect_uri") + "?" + Forms.encode(Map.of("code", code, "state", asked.get("state"))));
    }

    /** Returns what the provider would sign for an app that brings its word of a customer by itself. */
    public String assertionOf(String subject, String audience) {
        try {
            return signed(new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject(subject)
                    .audience(audience)
                    .jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(60))));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response token(Request request) throws IOException, JOSEException {
        lastTokenRequest.clear();
        lastTokenRequest.putAll(parameters(request.body()));
        Map<String, Object> claims = claimsByCode.remove(lastTokenRequest.getOrDefault("code", ""));
        if (claims == null) {
            return Response.json(400, "{\"error\":\"invalid_grant\"}");
        }
        return Response.json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":300,\"access_token\":\"opaque\",\"id_token\":\""
                        + idToken(claims) + "\"}");
    }

    private String idToken(Map<String, Object> claims) throws JOSEException {
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT_ID)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        claims.forEach(token::claim);
        return signed(token);
    }

    private String signed(JWTClaimsSet.Builder token) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), token.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private String metadata() {
        Runnable happening = beforeMetadata.getAndSet(null);
        if (happening != null) {
            happening.run();
        }
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/jwks", "subject_types_supported": ["public"],
                 "token_endpoint_auth_methods_supported": ["METHOD"],
                 "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                .replace("ISSUER", issuer())
                .replace("METHOD", clientAuthentication);
    }

    /** Returns the parameters of a query or a posted form. */
    public static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        URLUtils.parseParameters(encoded).forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("stand-in").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
