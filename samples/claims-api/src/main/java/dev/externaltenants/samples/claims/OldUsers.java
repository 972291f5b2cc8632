package dev.externaltenants.samples.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;

/** The accounts of the shop before it had a tenant: nobody else can tell whether a password is theirs. */
public final class OldUsers {

    static final String KEY_ID = "old-users";

    private static final int KEY_BITS = 2048;
    private static final int ROUNDS = 10_000;
    private static final int HASH_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Hash> hashes = new ConcurrentHashMap<>();
    private final RSAKey key;

    /** With a key of its own, which ends with it. */
    public OldUsers() {
        this(newKey());
    }

    private OldUsers(RSAKey key) {
        this.key = key;
    }

    /**
     * With the key in a file, a JWK that only its owner may read; it is made where there is none yet.
     *
     * @throws IllegalArgumentException when the file has no RSA key
     * @throws UncheckedIOException when it cannot be read or written
     */
    static OldUsers withKeyIn(Path file) {
        try {
            if (Files.notExists(file)) {
                RSAKey made = newKey();
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, made.toJSONString());
            }
            return new OldUsers(RSAKey.parse(Files.readString(file)));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not an RSA key: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In hexadecimal digits. */
    private record Hash(String salt, String value) {}

    /** Adds an account with its password. */
    public void add(String username, String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        hashes.put(username, new Hash(HEX.formatHex(salt), HEX.formatHex(hashed(password, salt))));
    }

    /** The key for which the tenant encrypts passwords. */
    public RSAPublicKey encryptionKey() {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in PEM, as an extension takes it. */
    public String encryptionKeyAsPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(encryptionKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    boolean knows(String username, String password) {
        Hash hash = hashes.get(username);
        return hash != null
                && MessageDigest.isEqual(HEX.parseHex(hash.value()), hashed(password, HEX.parseHex(hash.salt())));
    }

    /** @throws IllegalArgumentException when it is not a JWE for this key around an unsigned JWT */
    SubmittedPassword decrypted(String encrypted) {
        try {
            JWEObject jwe = JWEObject.parse(encrypted);
            jwe.decrypt(new RSADecrypter(key));
            JWTClaimsSet claims = PlainJWT.parse(jwe.getPayload().toString()).getJWTClaimsSet();
            return new SubmittedPassword(
                    claims.getStringClaim("username"),
                    claims.getStringClaim("user-password"),
                    claims.getStringClaim("nonce"));
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("Not an encrypted password", e);
        }
    }

    private static byte[] hashed(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
