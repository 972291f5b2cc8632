package dev.externaltenants.samples.claims;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The function in JavaScript answers as the API in Java does. Runs where there is Node.js. */
class FunctionAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;

    /** Prints the answer, and behind it the code that was to be sent. */
    private static final String RUN =
            """
            const { answerTo } = await import(process.argv[1]);
            const { readFileSync } = await import("node:fs");
            const { scryptSync } = await import("node:crypto");
            const { call, privateKey, passwords } = JSON.parse(readFileSync(0, "utf8"));
            const oldUsers = {};
            for (const [username, password] of Object.entries(passwords)) {
              oldUsers[username] = { salt: "s", scrypt: scryptSync(password, "s", 32).toString("hex") };
            }
            let sent = null;
            const sendCode = async (address, code) => { sent = `${address} ${code}`; };
            const answer = await answerTo(call, { oldUsers, privateKey, sendCode });
            console.log(JSON.stringify({ answer, sent }));
            """;

    @TempDir
    Path directory;

    @BeforeAll
    static void needsNode() throws InterruptedException {
        assumeTrue(hasNode(), "no Node.js here");
    }

    static Stream<JsonNode> calls() {
        return Stream.of(
                EventCalls.tokenIssuance("dana@contoso.com"),
                EventCalls.tokenIssuance("ada@example.org"),
                EventCalls.signUpStart("dana@contoso.com"),
                EventCalls.signUpStart("ada@example.org"),
                EventCalls.signUpStart("eve@blocked.example"),
                EventCalls.signUpSubmit("admin"),
                EventCalls.signUpSubmit(" Ada "),
                EventCalls.signUpSubmit("Ada"),
                EventCalls.code("ada@example.org", "12345678"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void itAnswersAsTheApiInJava(JsonNode call) throws Exception {
        Map<String, Object> inJava = new EventAnswers(new OldUsers(), (address, code) -> {}).to(call);

        assertThat(run(call, "").path("answer")).isEqualTo(JSON.valueToTree(inJava));
    }

    @Test
    void itSendsTheCode() throws Exception {
        assertThat(run(EventCalls.code("ada@example.org", "12345678"), "")
                        .path("sent")
                        .asText())
                .isEqualTo("ada@example.org 12345678");
    }

    @Test
    void itReadsThePasswordAndReturnsTheNonce() throws Exception {
        KeyPair keys = newKeys();
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        String privateKey = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        JsonNode right = run(EventCalls.password(key, "ada@example.org", "Old-Secret-7", "n-1"), privateKey);
        JsonNode wrong = run(EventCalls.password(key, "ada@example.org", "guess", "n-2"), privateKey);
        JsonNode unknown = run(EventCalls.password(key, "bob@example.org", "Old-Secret-7", "n-3"), privateKey);

        assertAnswer(right, "MigratePassword", "n-1");
        assertAnswer(wrong, "Retry", "n-2");
        assertAnswer(unknown, "Retry", "n-3");
    }

    private static void assertAnswer(JsonNode said, String action, String nonce) {
        assertThat(said.at("/answer/data/@odata.type").asText())
                .isEqualTo("microsoft.graph.onPasswordSubmitResponseData");
        assertThat(said.at("/answer/data/actions/0/@odata.type").asText())
                .isEqualTo("microsoft.graph.passwordSubmit." + action);
        assertThat(said.at("/answer/data/nonce").asText()).isEqualTo(nonce);
    }

    private JsonNode run(JsonNode call, String privateKey) throws IOException, InterruptedException {
        Map<String, Object> input = new HashMap<>();
        input.put("call", call);
        input.put("privateKey", privateKey);
        input.put("passwords", Map.of("ada@example.org", "Old-Secret-7"));
        Path said = directory.resolve("said");
        Path asked = directory.resolve("asked");
        Files.writeString(asked, JSON.writeValueAsString(input));
        Process node = new ProcessBuilder(
                        "node",
                        "--input-type=module",
                        "--eval",
                        RUN,
                        Path.of("../functions/answers.mjs").toUri().toString())
                .redirectInput(asked.toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(node.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isZero();
        return JSON.readTree(Files.readString(said, StandardCharsets.UTF_8));
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static KeyPair newKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
