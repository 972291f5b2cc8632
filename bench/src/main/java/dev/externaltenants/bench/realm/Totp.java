package dev.externaltenants.bench.realm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keycloak's own second factor: time-based codes of one secret that all customers share. */
public final class Totp {

    private static final String SECRET = "bench-shared-secret-20";
    private static final int PERIOD_SECONDS = 30;

    private Totp() {}

    static Map<String, Object> credential() {
        return Map.of(
                "type",
                "otp",
                "secretData",
                "{\"value\":\"" + SECRET + "\"}",
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":" + PERIOD_SECONDS
                        + ",\"algorithm\":\"HmacSHA1\"}");
    }

    public static String now() {
        return at(Instant.now());
    }

    static String at(Instant time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(time.getEpochSecond() / PERIOD_SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES)
                    .getInt();
            return String.format("%06d", (number & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
