package dev.externaltenants.tenant.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.externaltenants.userflow.TenantException;
import org.yaml.snakeyaml.LoaderOptions;

/** How a document is written down. YAML is read by Keycloak's own library, the part of it that is JSON by other marks. */
public final class DocumentFormat {

    public static final DocumentFormat JSON = new DocumentFormat(
            "JSON",
            JsonMapper.builder(JsonFactory.builder()
                            .streamReadConstraints(constraints())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build());

    public static final DocumentFormat YAML = new DocumentFormat(
            "YAML",
            YAMLMapper.builder(YAMLFactory.builder()
                            .streamReadConstraints(constraints())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            // Norway: a bare no, yes, on or off is a text, as in YAML 1.2.
                            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                            .loaderOptions(loaderOptions())
                            .stringQuotingChecker(new NumbersAreQuoted())
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                            .build())
                    .build());

    /**
     * Pictures of a brand and five themes at their limits take four million in base64, ten user flows with fifty attributes
     * and a label in two languages each 200 000. Keycloak takes requests of 10 MB (Quarkus, {@code max-body-size}).
     */
    static final int MAX_CHARACTERS = 9_000_000;

    /**
     * The largest picture, {@code background} of 300 KB, takes 409 600 in base64. The library reads a line in time that grows
     * with its square, as it copies all of it for each 1024 characters; of many lines with their number only.
     */
    static final int MAX_LINE_OF_YAML = 450_000;

    private static final int MAX_DEPTH = 20;

    private final String name;
    private final ObjectMapper mapper;

    private DocumentFormat(String name, ObjectMapper mapper) {
        this.name = name;
        this.mapper = mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @throws TenantException {@code xt_document_too_large}, {@code xt_document_malformed} */
    public TenantDocument read(String text) {
        String given = text == null ? "" : text;
        checkLength(given);
        try (JsonParser parser = parser(given)) {
            if (mapper.readTree(parser) instanceof ObjectNode document) {
                return new TenantDocument(document);
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw TenantException.invalid(
                    "xt_document_malformed", null, "The document is not well-formed " + name + where + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw TenantException.invalid("xt_document_malformed", null, "The document must be an object of sections.");
    }

    private void checkLength(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw tooLarge("A document has at most " + MAX_CHARACTERS + " characters.");
        }
        if (isYaml() && text.lines().anyMatch(line -> line.length() > MAX_LINE_OF_YAML)) {
            throw tooLarge(
                    "A line of YAML has at most " + MAX_LINE_OF_YAML + " characters; one of JSON may have more.");
        }
    }

    private static TenantException tooLarge(String rule) {
        return TenantException.invalid("xt_document_too_large", null, rule);
    }

    private JsonParser parser(String text) throws IOException {
        JsonParser parser = mapper.createParser(text);
        return isYaml() ? new WithoutAnchors(parser) : parser;
    }

    private boolean isYaml() {
        return mapper.getFactory() instanceof YAMLFactory;
    }

    @Override
    public String toString() {
        return name;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written as " + name, e);
        }
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxDocumentLength(MAX_CHARACTERS)
                .maxNestingDepth(MAX_DEPTH)
                .build();
    }

    private static LoaderOptions loaderOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }

    /** The library would take {@code *name} for the text {@code name}. */
    private static final class WithoutAnchors extends JsonParserDelegate {

        WithoutAnchors(JsonParser yaml) {
            super(yaml);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && (getObjectId() != null || ((YAMLParser) delegate).isCurrentAlias())) {
                throw TenantException.invalid(
                        "xt_document_malformed", null, "Anchors and aliases are not read; write it out.");
            }
            return token;
        }
    }

    /** What begins as a number does may be read as one, as {@code 0x1F} and {@code 1_000} are. */
    private static final class NumbersAreQuoted extends StringQuotingChecker.Default {

        private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+.]?[0-9]");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || LIKE_A_NUMBER.matcher(value).lookingAt();
        }
    }
}
