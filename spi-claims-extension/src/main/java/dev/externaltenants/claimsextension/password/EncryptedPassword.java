package dev.externaltenants.claimsextension.password;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.externaltenants.userflow.rest.Json;
import org.keycloak.jose.jwe.JWE;
import org.keycloak.jose.jwe.JWEConstants;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.jose.jwe.JWEHeader;

/**
 * What goes to the API instead of a password: a JWE around an unsigned JWT, as Entra sends it. Its algorithms are not
 * documented; these are the strongest that the libraries of its samples read.
 */
public final class EncryptedPassword {

    private static final String UNSIGNED = "{\"alg\":\"none\",\"typ\":\"JWT\"}";

    private EncryptedPassword() {}

    /**
     * Returns the compact JWE.
     *
     * @param key checked to be strong enough
     * @param nonce that the answer must repeat
     */
    public static String of(String keyId, RSAPublicKey key, String username, String password, String nonce) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("user-password", password);
        claims.put("username", username);
        claims.put("nonce", nonce);
        String token = base64(UNSIGNED) + "." + base64(Json.write(claims)) + ".";
        JWE jwe = new JWE()
                .header(new JWEHeader.JWEHeaderBuilder()
                        .algorithm(JWEConstants.RSA_OAEP_256)
                        .encryptionAlgorithm(JWEConstants.A256GCM)
                        .keyId(keyId)
                        .contentType("JWT")
                        .build())
                .content(token.getBytes(StandardCharsets.UTF_8));
        jwe.getKeyStorage().setEncryptionKey(key);
        try {
            return jwe.encodeJwe();
        } catch (JWEException e) {
            throw new IllegalStateException("A checked RSA key cannot encrypt", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
