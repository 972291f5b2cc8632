package dev.externaltenants.bench.load;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.externaltenants.tests.servers.Forms;

/** An app of a realm: authorization code with PKCE. */
public record App(String realm, String clientId) {

    /** Nobody listens there: whoever follows the flow stops at it. */
    public static final String CALLBACK = "http://127.0.0.1:1/callback";

    // The pair of RFC 7636, appendix B: making another for each request would be the generator's work, not the
    // server's.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    /** Returns the authorization request. */
    public String authorization() {
        return endpoint("auth") + "?response_type=code&scope=openid%20email%20profile&state=s&nonce=n&client_id="
                + clientId + "&redirect_uri=" + Forms.encode(CALLBACK) + "&code_challenge=" + CHALLENGE
                + "&code_challenge_method=S256";
    }

    /** Redeems the code that the page was left with and returns the refresh token. */
    public String redeem(Connection connection, Page left) {
        return tokens(
                connection,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        left.authorizationCode(),
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER));
    }

    /** Returns the new refresh token. */
    public String refresh(Connection connection, String refreshToken) {
        return tokens(connection, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Obtains a token for the app itself. */
    public void ownToken(Connection connection, String secret) {
        request(connection, Map.of("grant_type", "client_credentials", "client_secret", secret));
    }

    private String tokens(Connection connection, Map<String, String> parameters) {
        Matcher token = REFRESH_TOKEN.matcher(request(connection, parameters));
        if (!token.find()) {
            throw new IllegalStateException("No refresh token from " + realm);
        }
        return token.group(1);
    }

    private String request(Connection connection, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("client_id", clientId);
        Response response = connection.post(endpoint("token"), "", Forms.encode(form));
        if (response.status() != 200) {
            throw new IllegalStateException("No tokens from " + realm + ": " + response);
        }
        return response.body();
    }

    private String endpoint(String name) {
        return "/realms/" + realm + "/protocol/openid-connect/" + name;
    }
}
