package dev.externaltenants.tests.servers.hostile;

import java.nio.charset.StandardCharsets;

/** Answers to token issuance start, good and bad. */
final class Bodies {

    static final String ACTION = action("{\"loyaltyTier\":\"gold\"}");
    static final String GOOD = actions(ACTION);

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
