package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;

/** One sign-in of an app: where it sends the browser, and what it makes of the browser's return. */
public final class SignIn {

    private final RelyingParty app;
    private final Map<String, String> further;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    SignIn(RelyingParty app, Map<String, String> further) {
        this.app = app;
        this.further = further;
    }

    /** Verified tokens. */
    public record Tokens(JWTClaimsSet id, JWTClaimsSet access, String accessToken, String refreshToken) {}

    /** Returns the authorization request. */
    public URI uri() {
        return uriAt("auth");
    }

    /** Returns the same request at Keycloak's registration endpoint. */
    public URI registrationUri() {
        return uriAt("registrations");
    }

    /** Redeems the code of the browser's return and verifies what comes. */
    public Tokens redeem(URI returned) {
        JsonNode tokens = redeemUnchecked(returned).expect(200).json();
        String accessToken = tokens.path("access_token").asText();
        return new Tokens(
                app.verifiedIdToken(tokens.path("id_token").asText(), nonce.getValue()),
                app.verifiedAccessToken(accessToken),
                accessToken,
                tokens.path("refresh_token").asText());
    }

    /** Redeems the code of the browser's return and gives the token endpoint's answer as it is. */
    public Answer redeemUnchecked(URI returned) {
        Map<String, String> parameters = single(returned.getRawQuery());
        if (!state.getValue().equals(parameters.get("state"))) {
            throw new AssertionError("Not the return of this sign-in: " + returned);
        }
        if (!parameters.containsKey("code")) {
            throw new AssertionError("No code in " + returned);
        }
        return app.tokenRequest(Map.of(
                "grant_type", "authorization_code",
                "code", parameters.get("code"),
                "redirect_uri", RelyingParty.CALLBACK.toString(),
                "code_verifier", verifier.getValue()));
    }

    public Answer refresh(String refreshToken) {
        return app.tokenRequest(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private URI uriAt(String endpoint) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", app.clientId());
        parameters.put("response_type", "code");
        parameters.put("scope", "openid email profile");
        parameters.put("redirect_uri", RelyingParty.CALLBACK.toString());
        parameters.put("state", state.getValue());
        parameters.put("nonce", nonce.getValue());
        parameters.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(further);
        return URI.create(app.endpoint(endpoint) + "?" + Forms.encode(parameters));
    }

    private static Map<String, String> single(String query) {
        Map<String, String> parameters = new HashMap<>();
        URLUtils.parseParameters(query).forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }
}
