package dev.externaltenants.emailotp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's keyed hash (HMAC-SHA256). Whoever reads the store can neither try out the 10^8 codes against a hash nor
 * a list of addresses against a key, because the secret is not in the store.
 */
final class Seal {

    /** Keeps our hashes apart from whatever else Keycloak signs with the key. */
    private static final String DOMAIN = "xt-one-time-passcode/1";

    private final SecretKey secret;

    Seal(SecretKey secret) {
        this.secret = secret;
    }

    static Seal of(KeycloakSession session, RealmModel realm) {
        return new Seal(
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey());
    }

    /** Returns the hash of the fields in this order; no two different lists of fields are the same input. */
    String hash(String label, String... fields) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(label, fields));
    }

    /** Returns so many digits that nobody without the secret can tell from random ones. */
    String digits(int count, String label, String... fields) {
        // 256 bits: what the remainder favours is beyond measure.
        BigInteger number = new BigInteger(1, mac(label, fields)).mod(BigInteger.TEN.pow(count));
        return ("0".repeat(count) + number).substring(number.toString().length());
    }

    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(String label, String... fields) {
        Mac mac = mac();
        update(mac, DOMAIN);
        update(mac, label);
        for (String field : fields) {
            update(mac, field);
        }
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 with the realm's HS512 key is not possible", e);
        }
    }

    private static void update(Mac mac, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
