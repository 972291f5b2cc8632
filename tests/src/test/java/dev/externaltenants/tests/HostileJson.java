package dev.externaltenants.tests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What a valid JSON body can be spoiled into. */
final class HostileJson {

    private static final String PLACE = "\"@here@\"";

    /** Texts that made software fail before, as they are, not as JSON. */
    static final List<String> STRINGS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202Egnp.exe",
            "\uFEFF",
            "\u200B",
            "\uD83D\uDC69\u200D\uD83D\uDE80",
            "Z\u0351\u036B\u0343a\u0328",
            "\u0130\u0131\u017F\uFB03",
            "..",
            "../../../etc/passwd",
            "..\\..\\windows",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}${7*7}{{7*7}}",
            "' OR '1'='1' --",
            "%",
            "%s%n%d",
            "a\r\nSet-Cookie: b=c",
            "\t\n",
            "javascript:alert(1)",
            "https://user:password@shop.example/",
            "https://[::1",
            "https://shop.example\\@evil.example",
            "http://169.254.169.254/",
            "(a+)+$",
            "null",
            "-1",
            "a".repeat(256),
            "a".repeat(5_000),
            "\u00E4".repeat(70_000));

    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "-0",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(900),
            "9".repeat(5_000),
            "01",
            "NaN",
            "Infinity",
            "0x1F",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "[\"a\",\"a\"]",
            "{\"\":\"\"}",
            "{\"a\":{\"b\":[1]}}",
            "\"\\uD800\"",
            "\"\\q\"",
            "\"\u0001\"",
            "'single'",
            "undefined",
            "/* comment */ 1",
            "[" + "1,".repeat(5_000) + "1]",
            nested(19),
            nested(21),
            nested(5_000));

    private HostileJson() {}

    /** JSON, or nearly, for the place of a value. */
    static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(LITERALS)),
                Tuple.of(4, Arbitraries.of(STRINGS).map(HostileJson::quoted)),
                Tuple.of(2, Arbitraries.strings().all().ofMaxLength(300).map(HostileJson::quoted)),
                Tuple.of(1, Arbitraries.longs().map(String::valueOf)),
                Tuple.of(1, Arbitraries.doubles().map(String::valueOf)));
    }

    /** The body with one thing wrong, or perhaps wrong, as bytes. */
    static Arbitrary<byte[]> spoiled(JsonNode valid) {
        Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        12,
                        Combinators.combine(anywhere, values())
                                .as((where, value) -> bytes(replaced(valid, where, value)))),
                Tuple.of(3, anywhere.map(where -> bytes(without(valid, where)))),
                Tuple.of(
                        3, Combinators.combine(names(), values()).as((name, value) -> bytes(with(valid, name, value)))),
                Tuple.of(2, anywhere.map(where -> bytes(doubled(valid, where)))),
                Tuple.of(
                        3,
                        Combinators.combine(anywhere, Arbitraries.chars().all())
                                .as((where, character) -> bytes(inserted(valid, where, String.valueOf(character))))),
                Tuple.of(2, anywhere.map(where -> bytes(cut(valid, where)))),
                Tuple.of(
                        1,
                        Arbitraries.of("", "null", "[]", "{}", "\"\"", "0", "{}{}", "\uFEFF{}", nested(5_000))
                                .map(HostileJson::bytes)),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(200)),
                Tuple.of(1, Arbitraries.just(valid.toString().getBytes(StandardCharsets.UTF_16))),
                Tuple.of(1, Arbitraries.just(bytes("[" + valid + "]"))));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(STRINGS),
                Arbitraries.of("id", "version", "secret", "realm", "__proto__", "class", "@type", "$ref", "enabled"));
    }

    private static String replaced(JsonNode valid, int where, String value) {
        JsonNode body = valid.deepCopy();
        List<JsonPointer> places = new ArrayList<>();
        collect(body, JsonPointer.empty(), places);
        if (places.isEmpty()) {
            return value;
        }
        JsonPointer place = places.get(where % places.size());
        JsonNode parent = body.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), TextNode.valueOf("@here@"));
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), TextNode.valueOf("@here@"));
        }
        return body.toString().replace(PLACE, value);
    }

    private static String without(JsonNode valid, int where) {
        JsonNode body = valid.deepCopy();
        List<String> names = OpenApi.names(body).toList();
        if (!names.isEmpty()) {
            ((ObjectNode) body).remove(names.get(where % names.size()));
        }
        return body.toString();
    }

    private static String with(JsonNode valid, String name, String value) {
        String others = valid.toString().substring(1);
        return "{" + quoted(name) + ":" + value + (valid.isEmpty() ? "}" : "," + others);
    }

    private static String doubled(JsonNode valid, int where) {
        List<String> names = OpenApi.names(valid).toList();
        if (names.isEmpty()) {
            return "{\"name\":\"a\",\"name\":\"b\"}";
        }
        String name = names.get(where % names.size());
        return with(valid, name, valid.get(name).toString());
    }

    private static String inserted(JsonNode valid, int where, String character) {
        StringBuilder text = new StringBuilder(valid.toString());
        return text.insert(where % text.length(), character).toString();
    }

    private static String cut(JsonNode valid, int where) {
        String text = valid.toString();
        return text.substring(0, where % text.length());
    }

    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> places) {
        if (!here.matches()) {
            places.add(here);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), here.appendIndex(i), places);
            }
        } else {
            OpenApi.names(node).forEach(name -> collect(node.get(name), here.appendProperty(name), places));
        }
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
