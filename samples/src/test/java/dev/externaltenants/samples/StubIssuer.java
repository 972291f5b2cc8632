package dev.externaltenants.samples;

import java.net.URI;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;

/** As much of an identity provider as unit tests need: it publishes its keys, signs tokens and answers as told. */
public final class StubIssuer implements AutoCloseable {

    private static final RSAKey KEY = newKey();

    private final LocalServer server = LocalServer.start(0, this::handle);
    private volatile Response tokenResponse = Response.json(400, "{\"error\":\"invalid_grant\"}");

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("stub").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return server.url("");
    }

    public RSAKey key() {
        return KEY;
    }

    public void tokenEndpointAnswers(Response response) {
        tokenResponse = response;
    }

    /** Claims that are good for five minutes, to be changed by the test. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(url().toString())
                .subject("customer")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    public String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, KEY);
    }

    public static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response handle(Request request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> Response.json(200, metadata());
            case "/protocol/openid-connect/certs" ->
                Response.json(200, new JWKSet(KEY).toPublicJWKSet().toString());
            case "/token" -> tokenResponse;
            default -> Response.json(404, "{}");
        };
    }

    private String metadata() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "end_session_endpoint": "ISSUER/logout", "jwks_uri": "ISSUER/protocol/openid-connect/certs",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256", "HS256"]}"""
                .replace("ISSUER", url().toString());
    }
}
