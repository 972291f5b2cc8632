package dev.externaltenants.tests.servers.hostile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers to token issuance start, good and bad. */
final class Bodies {

    static final String ACTION = action("{\"loyaltyTier\":\"gold\"}");
    static final String GOOD = actions(ACTION);

    /** The good answer, with each claim beside by which a server says who somebody is and what they may do. */
    static final String FORGED =
            claims(Stream.of(("iss sub aud exp iat nbf jti azp acr amr nonce auth_time sid typ scope"
                                    + " roles groups realm_access resource_access email email_verified preferred_username"
                                    + " client_id cnf act upn oid tid idp")
                            .split(" "))
                    .map(name -> "\"" + name + "\":\"" + HostileApis.FORGED + "\"")
                    .collect(Collectors.joining(",", "{\"loyaltyTier\":\"gold\",", "}")));

    private Bodies() {}

    static String claims(String claims) {
        return actions(action(claims));
    }

    static String actions(String actions) {
        return "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":[" + actions
                + "]}}";
    }

    /** The good answer with a letter in Latin-1. */
    static byte[] badUtf8() {
        return GOOD.replace("gold", "g\u00f6ld").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf16() {
        return GOOD.getBytes(StandardCharsets.UTF_16BE);
    }

    private static String action(String claims) {
        return "{\"@odata.type\":\"microsoft.graph.tokenIssuanceStart.provideClaimsForToken\",\"claims\":" + claims
                + "}";
    }
}
