package dev.externaltenants.claimsextension;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The public key to which passwords for the extension are encrypted, as {@code keyCredentials} of its app in Entra.
 *
 * @param keyId by which the API knows the key
 * @param publicKey RSA of 2048 to 4096 bits in PEM, a certificate or the key itself
 */
public record EncryptionKey(String keyId, String publicKey) {

    private static final int MIN_BITS = 2048;
    private static final int MAX_BITS = 4096;

    /** Returns the key; empty where it is none, or not as strong or as short as wanted. */
    public Optional<RSAPublicKey> parsed() {
        if (publicKey == null) {
            return Optional.empty();
        }
        try {
            PublicKey key = publicKey.contains("BEGIN CERTIFICATE") ? ofCertificate() : plain();
            return Optional.of(key)
                    .filter(RSAPublicKey.class::isInstance)
                    .map(RSAPublicKey.class::cast)
                    .filter(rsa -> rsa.getModulus().bitLength() >= MIN_BITS
                            && rsa.getModulus().bitLength() <= MAX_BITS);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private PublicKey ofCertificate() throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(publicKey.getBytes(StandardCharsets.US_ASCII)))
                .getPublicKey();
    }

    private PublicKey plain() throws GeneralSecurityException {
        String base64 =
                publicKey.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
