package dev.externaltenants.claimsextension;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an extension shows to an API that asks for a client certificate: the chain, its own certificate first, and the key. */
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {

    private static final int MAX_CHAIN = 5;

    /**
     * Takes both in PEM, the key unencrypted in PKCS#8, RSA or EC.
     *
     * @throws IllegalArgumentException when one of them is none, or they do not belong together; it names no part of the key
     */
    public static ClientCertificate of(String certificate, String key) {
        List<X509Certificate> chain = chain(certificate);
        PrivateKey parsed = key(key, chain.get(0).getPublicKey().getAlgorithm());
        if (!belongTogether(chain.get(0), parsed)) {
            throw new IllegalArgumentException("The key is not the certificate's.");
        }
        return new ClientCertificate(chain, parsed);
    }

    /** Returns when the first certificate of the chain ends; nothing where there is none, which the rules refuse. */
    static Optional<Instant> expires(String certificate) {
        try {
            return Optional.of(chain(certificate).get(0).getNotAfter().toInstant());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when there is none, or more than a chain has */
    static List<X509Certificate> chain(String certificate) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
                throw new IllegalArgumentException("1 to " + MAX_CHAIN + " certificates.");
            }
            return chain;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("Not a certificate in PEM.", e);
        }
    }

    /** Returns it as TLS takes it, in memory only. */
    public KeyStore keyStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    UUID.randomUUID().toString(), key, password.toCharArray(), chain.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The client certificate cannot be used", e);
        }
    }

    private static PrivateKey key(String pem, String algorithm) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // without the cause, which may tell of the key
            throw new IllegalArgumentException(
                    "Not an unencrypted private key in PEM (PKCS#8) of the certificate's kind.");
        }
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        byte[] anything = "xt".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
