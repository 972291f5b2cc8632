package dev.externaltenants.tests.harness;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;

/** An app of the tenant as its OpenID Connect library sees it: authorization code with PKCE, verified tokens. */
public final class RelyingParty {

    /** Nobody listens there: whoever follows the flow stops at it. */
    public static final URI CALLBACK = URI.create("http://127.0.0.1:1/callback");

    private final String issuer;
    private final String clientId;
    private final Map<String, String> proof;
    private final JWKSource<SecurityContext> keys;

    private RelyingParty(String issuer, String clientId, Map<String, String> proof) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.proof = proof;
        this.keys = keysOf(issuer);
    }

    /** Returns the app that is registered already. */
    public static RelyingParty of(Tenant tenant, String clientId) {
        return new RelyingParty(tenant.issuer(), clientId, Map.of());
    }

    /** Returns the app that is registered already and keeps this secret. */
    public static RelyingParty of(Tenant tenant, String clientId, String secret) {
        return new RelyingParty(tenant.issuer(), clientId, Map.of("client_secret", secret));
    }

    static RelyingParty registered(Tenant tenant, String clientId) {
        register(tenant, clientId, List.of(CALLBACK.toString()));
        return new RelyingParty(tenant.issuer(), clientId, Map.of());
    }

    static void register(Tenant tenant, String clientId, List<String> redirectUris) {
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/clients",
                        Map.of(
                                "clientId", clientId,
                                "name", clientId,
                                "publicClient", true,
                                "redirectUris", redirectUris,
                                "attributes",
                                        Map.of(
                                                "pkce.code.challenge.method", "S256",
                                                "post.logout.redirect.uris", "+")))
                .expect(201);
    }

    public String clientId() {
        return clientId;
    }

    /** Begins a sign-in. */
    public SignIn signIn() {
        return new SignIn(this, Map.of());
    }

    /** Begins a sign-in with further authorization parameters. */
    public SignIn signIn(Map<String, String> parameters) {
        return new SignIn(this, parameters);
    }

    /** Asks the token endpoint as this app. */
    public Answer tokenRequest(Map<String, String> parameters) {
        return request("token", parameters);
    }

    /** Asks another endpoint as this app, by its path below {@code protocol/openid-connect}. */
    public Answer request(String endpoint, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(proof);
        all.put("client_id", clientId);
        all.putAll(parameters);
        return AdminApi.send(endpoint + " request", form(endpoint, all).build());
    }

    /** Asks the token endpoint with a customer's token instead of the app's own proof. */
    public Answer tokenRequestBy(String accessToken, Map<String, String> parameters) {
        HttpRequest request = form("token", parameters)
                .header("Authorization", "Bearer " + accessToken)
                .build();
        return AdminApi.send("token request", request);
    }

    private HttpRequest.Builder form(String endpoint, Map<String, String> parameters) {
        return HttpRequest.newBuilder(URI.create(endpoint(endpoint)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encode(parameters)));
    }

    String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** Verifies signature, issuer, audience or authorized party, and times. */
    JWTClaimsSet verifiedIdToken(String token, String nonce) {
        JWTClaimsSet expected =
                new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build();
        return verified(token, new DefaultJWTClaimsVerifier<>(clientId, expected, Set.of("exp", "iat", "sub")));
    }

    public JWTClaimsSet verifiedAccessToken(String token) {
        JWTClaimsSet expected =
                new JWTClaimsSet.Builder().issuer(issuer).claim("azp", clientId).build();
        return verified(token, new DefaultJWTClaimsVerifier<>(expected, Set.of("exp", "iat")));
    }

    private JWTClaimsSet verified(String token, DefaultJWTClaimsVerifier<SecurityContext> claims) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new AssertionError("The token does not verify: " + e.getMessage(), e);
        }
    }

    private static JWKSource<SecurityContext> keysOf(String issuer) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(issuer + "/protocol/openid-connect/certs")
                                    .toURL(),
                            // The library's own half second is less than a busy machine may take.
                            new DefaultResourceRetriever(10_000, 10_000))
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
