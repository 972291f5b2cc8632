package dev.externaltenants.emailotp.sender;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mail server as it is reached by certain settings.
 *
 * @param id of all settings that decide whether it can be reached: realms that share them share its fate, and a realm
 *     with a wrong password does not stand in the way of others at the same host. A hash, for passwords are among them
 * @param name for the log
 */
record MailServer(String id, String name) {

    /** They are about a letter. */
    private static final Set<String> OF_LETTERS =
            Set.of("from", "fromDisplayName", "replyTo", "replyToDisplayName", "envelopeFrom", "allowutf8", "debug");

    static MailServer of(Map<String, String> settings) {
        Map<String, String> ofServer = new TreeMap<>(settings);
        ofServer.keySet().removeAll(OF_LETTERS);
        return new MailServer(
                hash(ofServer.toString()), settings.get("host") + ":" + settings.getOrDefault("port", "25"));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("There is no SHA-256", e);
        }
    }
}
