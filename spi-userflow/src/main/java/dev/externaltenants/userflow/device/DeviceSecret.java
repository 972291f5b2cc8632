package dev.externaltenants.userflow.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What a browser shows to be known as a device again: which row it is about, and 256 random bits, of which the row has the
 * hash. They are random, so a plain hash cannot be guessed back.
 */
record DeviceSecret(String id, String random) {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f]{64})");

    static DeviceSecret next() {
        byte[] random = SecretGenerator.getInstance().randomBytes(RANDOM_BYTES);
        return new DeviceSecret(KeycloakModelUtils.generateId(), HexFormat.of().formatHex(random));
    }

    /** Empty where the text is none that we ever gave, or null. */
    static Optional<DeviceSecret> parse(String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches() ? Optional.of(new DeviceSecret(parts.group(1), parts.group(2))) : Optional.empty();
    }

    String hash() {
        return sha256(random);
    }

    boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    String text() {
        return id + "." + random;
    }

    /** A secret belongs in no log. */
    @Override
    public String toString() {
        return "DeviceSecret " + id;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
