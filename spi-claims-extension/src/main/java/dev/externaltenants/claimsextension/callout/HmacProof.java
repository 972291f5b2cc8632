package dev.externaltenants.claimsextension.callout;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.externaltenants.claimsextension.CallerAuthentication;
import org.keycloak.common.util.Time;

/** A signature over the time and the body, so that neither another body nor, for long, the same one passes again. */
final class HmacProof implements CallerProof {

    private static final String ALGORITHM = "HmacSHA256";

    private final UnaryOperator<String> secrets;

    /** @param secrets finds what the vault keeps */
    HmacProof(UnaryOperator<String> secrets) {
        this.secrets = secrets;
    }

    @Override
    public Map<String, String> headers(CalloutRequest request, byte[] body, Deadline deadline) {
        CallerAuthentication authentication = request.extension().authentication();
        String time = Long.toString(Time.currentTimeSeconds());
        return Map.of(
                authentication.proofHeader(),
                "t=" + time + ",v1=" + signature(secrets.apply(authentication.secret()), time, body));
    }

    private static String signature(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
