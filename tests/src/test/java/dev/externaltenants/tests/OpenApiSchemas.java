package dev.externaltenants.tests;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;

/** The schemas of {@code docs/openapi.yaml}, compiled once each. */
final class OpenApiSchemas {

    private static final String DOCUMENT = "https://schemas.invalid/openapi";

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<JsonPointer, JsonSchema> compiled = new ConcurrentHashMap<>();

    OpenApiSchemas(OpenApi api) {
        this.factory =
                JsonSchemaFactory.getInstance(VersionFlag.V4, builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders ->
                                loaders.schemas(Map.of(DOCUMENT, api.document().toString()))));
    }

    /** Returns what is wrong with the value by the schema at the place. */
    Set<String> errors(JsonPointer place, JsonNode value) {
        return compiled.computeIfAbsent(place, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private JsonSchema compile(JsonPointer place) {
        return factory.getSchema(SchemaLocation.of(DOCUMENT + "#" + place), config);
    }
}
