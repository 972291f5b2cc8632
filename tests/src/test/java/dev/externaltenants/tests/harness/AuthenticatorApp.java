package dev.externaltenants.tests.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator app on a customer's phone, after RFC 6238 as Keycloak sets it up by default. */
public final class AuthenticatorApp {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    private final String secret;
    private long lastPeriod;

    public AuthenticatorApp(String secret) {
        this.secret = secret;
    }

    /** Returns the credential as Keycloak stores it. */
    public Map<String, Object> credential() {
        return Map.of(
                "type",
                "otp",
                "secretData",
                "{\"value\":\"" + secret + "\"}",
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }

    /** Returns the credentials of a customer who has a password as well. */
    public List<Map<String, Object>> besides(String password) {
        return List.of(Map.of("type", "password", "value", password), credential());
    }

    /** Returns a code that this app did not show before; Keycloak takes each once, and the next one a little early. */
    public String code() {
        lastPeriod = Math.max(lastPeriod + 1, Instant.now().getEpochSecond() / SECONDS);
        return codeOf(lastPeriod);
    }

    private String codeOf(long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
