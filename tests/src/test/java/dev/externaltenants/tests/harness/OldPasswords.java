package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;

/** The system that customers come from: it alone knows hashes of their passwords, and answers password submit. */
public final class OldPasswords implements AutoCloseable {

    public static final String KEY_ID = "old-passwords-1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RSA_BITS = 2048;

    private final KeyPair key = newKey();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final LocalServer server = LocalServer.start(0, this::answer);
    private volatile Function<String, String> actionForRight = user -> action("MigratePassword", "");
    private volatile String nonce;

    private static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(RSA_BITS);
            return keys.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return server.url("/passwords");
    }

    /** Returns the key as an extension takes it. */
    public Map<String, String> encryptionKey() {
        return Map.of("keyId", KEY_ID, "publicKey", pem((RSAPublicKey) key.getPublic()));
    }

    private static String pem(RSAPublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    public void knows(String username, String password) {
        hashes.put(username, hash(password));
    }

    /** Answers this action, in Microsoft's spelling, to whoever has the right password. */
    public void answerToRight(String action, String moreMembers) {
        actionForRight = user -> action(action, moreMembers);
    }

    /** Answers this nonce instead of the one that was sent. */
    public void answerNonce(String other) {
        nonce = other;
    }

    /** Returns the bodies of all calls. */
    public List<String> bodies() {
        return bodies;
    }

    private Response answer(Request request) throws IOException, ParseException, JOSEException {
        String body = request.body();
        bodies.add(body);
        JsonNode data = JSON.readTree(body).path("data");
        JWEObject jwe = JWEObject.parse(data.path("encryptedPasswordContext").asText());
        jwe.decrypt(new RSADecrypter(key.getPrivate()));
        JWTClaimsSet claims = PlainJWT.parse(jwe.getPayload().toString()).getJWTClaimsSet();
        String username = claims.getStringClaim("username");
        boolean right = hash(claims.getStringClaim("user-password")).equals(hashes.get(username));
        String action = right ? actionForRight.apply(username) : action("Retry", "");
        String returned = nonce == null ? claims.getStringClaim("nonce") : nonce;
        return Response.json(
                200,
                "{\"data\":{\"@odata.type\":\"microsoft.graph.onPasswordSubmitResponseData\",\"actions\":[" + action
                        + "],\"nonce\":\"" + returned + "\"}}");
    }

    private static String action(String name, String moreMembers) {
        return "{\"@odata.type\":\"microsoft.graph.passwordsubmit." + name + "\"" + moreMembers + "}";
    }

    private static String hash(String password) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(("pepper " + password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
