package dev.externaltenants.claimsextension;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncryptionKeyTest {

    @ParameterizedTest
    @CsvSource({"RSA, 1024, false", "RSA, 2048, true", "EC, 256, false"})
    void isAnRsaKeyOfEnoughBits(String algorithm, int bits, boolean good) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm);
        keys.initialize(bits);
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";

        assertThat(new EncryptionKey("k", pem).parsed().isPresent()).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "é"})
    void isNothingElse(String publicKey) {
        assertThat(new EncryptionKey("k", publicKey).parsed()).isEmpty();
    }

    @Test
    void isNotAbsent() {
        assertThat(new EncryptionKey("k", null).parsed()).isEmpty();
    }
}
