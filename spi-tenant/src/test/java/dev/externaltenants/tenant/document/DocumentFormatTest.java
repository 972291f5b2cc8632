package dev.externaltenants.tenant.document;

import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.ImageKind;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DocumentFormatTest {

    private static final long SEED = 20261122;

    static Stream<DocumentFormat> formats() {
        return Stream.of(DocumentFormat.JSON, DocumentFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "no",
                "yes",
                "on",
                "off",
                "y",
                "null",
                "~",
                "true",
                "False",
                "1",
                "1.5",
                "0x1F",
                "012",
                "1_000",
                "12:30",
                "2026-11-22",
                "",
                " ",
                " padded ",
                "# no comment",
                "a: b",
                "- dash",
                "*alias",
                "&anchor",
                "!tag",
                "%directive",
                "@at",
                "`tick",
                "'single'",
                "\"double\"",
                "{brace}",
                "[bracket]",
                "line one\nline two",
                "tab\there",
                "back\\slash",
                "[0-9]{5}",
                "Größe",
                "日本語",
                "😀",
                "a#b",
                "a #b",
                "?",
                "|",
                ">",
                "---",
                "...",
                "=",
                "<<",
                "trailing:",
                "\u0001"
            })
    void aTextStaysTheTextItIsInYaml(String text) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("text", text);
        document.putArray("list").add(text);

        String yaml = DocumentFormat.YAML.write(document);

        assertThat(DocumentFormat.YAML.read(yaml).sections()).as(yaml).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsWrittenIsReadAgain(DocumentFormat format) {
        RandomGenerator random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            ObjectNode document = anyObject(random, 4);

            assertThat(format.read(format.write(document)).sections()).isEqualTo(document);
        }
    }

    @Test
    void theCodeOfNorwayNeedsNoQuotes() {
        assertThat(DocumentFormat.YAML
                        .read("tenant:\n  countryRegion: NO\n")
                        .sections()
                        .at("/tenant/countryRegion")
                        .textValue())
                .isEqualTo("NO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "text",
                "tenant: {",
                "tenant: {}\ntenant: {}",
                "a: &x {b: c}\nd: *x",
                "a: {}\n---\nb: {}",
                "a: [[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void yamlThatIsNoDocumentIsRefused(String text) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> DocumentFormat.YAML.read(text))
                .returns("xt_document_malformed", TenantException::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{\"tenant\":{},\"tenant\":{}}", "{} {}", "{tenant:{}}"})
    void jsonThatIsNoDocumentIsRefused(String text) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> DocumentFormat.JSON.read(text))
                .returns("xt_document_malformed", TenantException::code);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aTextThatIsTooLongIsNotParsed(DocumentFormat format) {
        String text = "{".repeat(DocumentFormat.MAX_CHARACTERS + 1);

        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> format.read(text))
                .returns("xt_document_too_large", TenantException::code);
    }

    /** The library takes four times as long for twice the characters of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"a: \"%s\"", "a: %s", "a: b\n# %s", "a: |\n  %s", "%s: b"})
    void yamlWithALineLongerThanAnyPictureIsNotParsed(String yaml) {
        String text = yaml.formatted("x".repeat(DocumentFormat.MAX_LINE_OF_YAML + 1));

        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> DocumentFormat.YAML.read(text))
                .returns("xt_document_too_large", TenantException::code);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theLargestPictureIsRead(DocumentFormat format) {
        byte[] picture = new byte[ImageKind.BACKGROUND.maxBytes()];
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("branding").putObject("images").put("background", picture);

        assertThat(format.read(format.write(document))
                        .sections()
                        .at("/branding/images/background")
                        .asText())
                .hasSize(409_600);
    }

    @Test
    void aLineOfJsonMayBeAsLongAsTheDocument() {
        String text = "{\"a\":\"%s\"}".formatted("x".repeat(DocumentFormat.MAX_LINE_OF_YAML + 1));

        assertThat(DocumentFormat.JSON.read(text).sections().size()).isEqualTo(1);
    }

    @Test
    void theDocumentsSayHowLongADocumentMayBe() {
        DecimalFormat figure = new DecimalFormat("#,###", new DecimalFormatSymbols(Locale.ROOT));
        for (String page : List.of("errors.md", "tenant-document.md")) {
            assertThat(Path.of("..", "docs", page))
                    .content()
                    .contains(Stream.of(DocumentFormat.MAX_CHARACTERS, DocumentFormat.MAX_LINE_OF_YAML)
                            .map(limit -> figure.format(limit).replace(',', ' ') + " characters")
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [c, *x]", "&x a: b", "--- &x\na: b"})
    void anchorsAndAliasesAreRefusedWhereverTheyStand(String text) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> DocumentFormat.YAML.read(text))
                .withMessageContaining("Anchors");
    }

    @Test
    void tellsWhereItIsNotWellFormed() {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> DocumentFormat.JSON.read("{\n  \"tenant\": {,}\n}"))
                .withMessageContaining("line 2");
    }

    private static ObjectNode anyObject(RandomGenerator random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = anyText(random);
            switch (random.nextInt(depth == 0 ? 3 : 5)) {
                case 0 -> object.put(name, anyText(random));
                case 1 -> object.put(name, random.nextBoolean());
                case 2 -> object.put(name, random.nextInt());
                case 3 -> object.set(name, anyObject(random, depth - 1));
                default -> object.set(name, anyList(random, depth - 1));
            }
        }
        return object;
    }

    private static ArrayNode anyList(RandomGenerator random, int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(
                    depth == 0 || random.nextBoolean() ? list.textNode(anyText(random)) : anyObject(random, depth - 1));
        }
        return list;
    }

    private static String anyText(RandomGenerator random) {
        String marks = "aZ09 .:-_#'\"\\{}[],&*!|>%@`\n\t?~=<ä日";
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> String.valueOf(marks.charAt(random.nextInt(marks.length()))))
                .reduce("", String::concat);
    }
}
