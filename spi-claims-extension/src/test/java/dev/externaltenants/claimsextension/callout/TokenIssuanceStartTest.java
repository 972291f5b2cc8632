package dev.externaltenants.claimsextension.callout;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.ClaimType;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TokenIssuanceStartTest {

    private static final String ACTION = "microsoft.graph.tokenIssuanceStart.provideClaimsForToken";

    @Test
    void readsStringsAndStringArrays() throws CalloutException {
        assertThat(read(answer("{\"DateOfBirth\":\"01/01/2000\",\"CustomRoles\":[\"Writer\",\"Editor\"],\"None\":[]}")))
                .isEqualTo(Map.of(
                        "DateOfBirth", "01/01/2000", "CustomRoles", List.of("Writer", "Editor"), "None", List.of()));
    }

    @Test
    void readsWholeCharactersHoweverTheyAreWritten() throws CalloutException {
        assertThat(read(answer("{\"a\":\"\\ud83d\\ude00\"}"))).isEqualTo(Map.of("a", "\ud83d\ude00"));
    }

    @Test
    void refusesWhatNoTokenMayHave() {
        TokenIssuanceStart contract = new TokenIssuanceStart(Map.of(), claims -> !claims.containsKey("a"));
        byte[] body = answer("{\"a\":\"b\"}").getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> contract.read(CalloutAnswer.read(contract.event(), body)))
                .satisfies(e -> assertThat(e.error().code()).isEqualTo(1003003));
    }

    @Test
    void readsTypesInAnyCase() throws CalloutException {
        assertThat(read(answer("{\"a\":\"b\"}").replace("microsoft.graph", "Microsoft.Graph")))
                .isEqualTo(Map.of("a", "b"));
    }

    @Test
    void ignoresMembersBesideTheContract() throws CalloutException {
        assertThat(read(answer("{\"a\":\"b\"}").replace("{\"data\"", "{\"version\":3,\"data\"")))
                .isEqualTo(Map.of("a", "b"));
    }

    @Test
    void acceptsClaimsOfExactlyThreeKilobytes() throws CalloutException {
        assertThat(read(answer("{\"k\":\"" + "x".repeat(3071) + "\"}"))).containsKey("k");
    }

    static Stream<Arguments> answersThatCannotBeUsed() {
        return Stream.of(
                arguments(1003003, "no JSON at all"),
                arguments(1003003, "[]"),
                arguments(1003003, "{}"),
                arguments(1003003, "{\"data\":null}"),
                arguments(1003003, answer("{\"a\":\"b\"}") + "{}"),
                arguments(1003003, answer("{\"a\":\"b\"}").replace("onTokenIssuanceStartResponseData", "other")),
                arguments(1003003, answer("{\"a\":1}")),
                arguments(1003003, answer("{\"a\":true}")),
                arguments(1003003, answer("{\"a\":null}")),
                arguments(1003003, answer("{\"a\":\"b\\u0000\"}")),
                arguments(1003003, answer("{\"a\":[\"b\\ud800\"]}")),
                arguments(1003003, answer("{\"a\\udc00\":\"b\"}")),
                arguments(1003003, answer("{\"a\":{\"b\":\"c\"}}")),
                arguments(1003003, answer("{\"a\":[\"b\",1]}")),
                arguments(1003003, answer("{\"a\":[[\"b\"]]}")),
                arguments(1003003, answer("[]")),
                arguments(1003003, answer("[".repeat(1000) + "]".repeat(1000))),
                arguments(1003007, answer("null")),
                arguments(1003007, withActions("[{\"@odata.type\":\"" + ACTION + "\"}]")),
                arguments(1003009, "null"),
                arguments(1003010, withActions("[]")),
                arguments(1003010, withActions("null")),
                arguments(1003010, withActions("[{\"@odata.type\":\"" + ACTION + "\"},{}]")),
                arguments(1003012, withActions("[{}]")),
                arguments(1003012, withActions("[{\"@odata.type\":\"microsoft.graph.other\"}]")),
                arguments(1003025, answer("{\"k\":\"" + "x".repeat(3072) + "\"}")),
                arguments(1003025, answer("{\"k\":\"" + "ü".repeat(1600) + "\"}")),
                arguments(1003026, answer("{\"\":\"b\"}")),
                arguments(1003026, answer("{\" \":\"b\"}")));
    }

    static Stream<Arguments> placesThatAreWrong() {
        return Stream.of(
                arguments("line 2, column 8", "{\"data\":\n{\"a\":1,}}"),
                arguments("data", "{}"),
                arguments("data.@odata.type", answer("{}").replace("onTokenIssuanceStartResponseData", "other")),
                arguments("data.actions[0].claims", answer("[]")),
                arguments("data.actions[0].claims.tier", answer("{\"tier\":1}")),
                arguments("data.actions[0].claims.tiers[1]", answer("{\"tiers\":[\"gold\",null]}")),
                arguments("data.actions[0].claims.tier", answer("{\"tier\":\"b\\u0000\"}")),
                arguments("data.actions[0].claims.two?lines", answer("{\"two\\nlines\":1}")));
    }

    /** Names only: values are the customer's, and a name must not look like a line of the log. */
    @ParameterizedTest
    @MethodSource("placesThatAreWrong")
    void saysWhereAnAnswerIsWrong(String at, String body) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> read(body))
                .extracting(CalloutException::at)
                .isEqualTo(at);
    }

    @ParameterizedTest
    @MethodSource("answersThatCannotBeUsed")
    void namesWhatIsWrongByEntrasNumber(int code, String body) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> read(body))
                .satisfies(e -> {
                    assertThat(e.error().code()).isEqualTo(code);
                    assertThat(e.worthRetry()).isFalse();
                });
    }

    @Test
    void readsADeclaredTypeFromJsonsOwnAndFromAString() throws CalloutException {
        assertThat(readTyped(answer("{\"points\":4711,\"tags\":[\"1\",2],\"rate\":\"0.5\",\"member\":\"True\"}")))
                .isEqualTo(Map.of(
                        "points", 4711L, "tags", List.of(1L, 2L), "rate", new BigDecimal("0.5"), "member", true));
        assertThat(readTyped(answer("{\"points\":\"-9223372036854775808\",\"rate\":1.5,\"member\":[false]}")))
                .isEqualTo(Map.of("points", Long.MIN_VALUE, "rate", new BigDecimal("1.5"), "member", List.of(false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"points\":\"many\"",
                "\"points\":1.5",
                "\"points\":true",
                "\"points\":null",
                "\"points\":{}",
                "\"points\":[1,\"x\"]",
                "\"points\":9223372036854775808",
                "\"points\":\"9223372036854775808\"",
                "\"points\":\"\"",
                "\"rate\":\"1e9\"",
                "\"rate\":1e300",
                "\"rate\":1e999",
                "\"rate\":\"NaN\"",
                "\"member\":1",
                "\"member\":\"yes\"",
                "\"undeclared\":1"
            })
    void refusesAValueThatIsNotOfItsType(String claim) {
        assertThatExceptionOfType(CalloutException.class)
                .isThrownBy(() -> readTyped(answer("{" + claim + "}")))
                .satisfies(e -> assertThat(e.error().code()).isEqualTo(1003003));
    }

    private static Map<String, Object> readTyped(String body) throws CalloutException {
        return read(
                body,
                Map.of(
                        "points", ClaimType.INTEGER,
                        "tags", ClaimType.INTEGER,
                        "rate", ClaimType.DECIMAL,
                        "member", ClaimType.BOOLEAN));
    }

    private static Map<String, Object> read(String body) throws CalloutException {
        return read(body, Map.of());
    }

    private static Map<String, Object> read(String body, Map<String, ClaimType> types) throws CalloutException {
        TokenIssuanceStart contract = new TokenIssuanceStart(types, answered -> true);
        return contract.read(CalloutAnswer.read(contract.event(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String answer(String claims) {
        return withActions("[{\"@odata.type\":\"" + ACTION + "\",\"claims\":" + claims + "}]");
    }

    private static String withActions(String actions) {
        return "{\"data\":{\"@odata.type\":\"microsoft.graph.onTokenIssuanceStartResponseData\",\"actions\":" + actions
                + "}}";
    }
}
