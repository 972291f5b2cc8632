package dev.externaltenants.tenant.idp.apple;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppleClientSecretTest {

    @Test
    void takesTheContentOfAKeyFile() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String file = "-----BEGIN PRIVATE KEY-----\r\n"
                + Base64.getMimeEncoder().encodeToString(key) + "\r\n-----END PRIVATE KEY-----\r\n";

        assertThat(AppleClientSecret.isKey(file)).isTrue();
    }

    @Test
    void refusesOtherKeysAndOtherTexts() throws GeneralSecurityException {
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThat(AppleClientSecret.isKey(Base64.getEncoder().encodeToString(rsa)))
                .isFalse();
        assertThat(AppleClientSecret.isKey("no key")).isFalse();
        assertThat(AppleClientSecret.isKey("")).isFalse();
    }
}
