package dev.externaltenants.tenant.idp.apple;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.ServerECDSASignatureSignerContext;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.representations.JsonWebToken;

/**
 * The client secret that Apple wants: a token signed with the key of the {@code .p8} file. It is made for each use and lives for
 * minutes, so nobody has to renew it every six months.
 */
public final class AppleClientSecret {

    private static final String AUDIENCE = "https://appleid.apple.com";
    private static final int SECONDS = 300;

    private AppleClientSecret() {}

    /** Returns whether the text is the content of a {@code .p8} file. */
    public static boolean isKey(String text) {
        try {
            key(text);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String of(String clientId, String teamId, String keyId, String privateKey) throws GeneralSecurityException {
        KeyWrapper key = new KeyWrapper();
        key.setKid(keyId);
        key.setType(KeyType.EC);
        key.setUse(KeyUse.SIG);
        key.setAlgorithm(Algorithm.ES256);
        key.setPrivateKey(key(privateKey));
        JsonWebToken token = new JsonWebToken()
                .issuer(teamId)
                .subject(clientId)
                .audience(AUDIENCE)
                .issuedNow()
                .exp(Time.currentTimeMillis() / 1000 + SECONDS);
        return new JWSBuilder().kid(keyId).jsonContent(token).sign(new ServerECDSASignatureSignerContext(key));
    }

    private static PrivateKey key(String text) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
