package dev.externaltenants.userflow.rest;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what JSON should have been sent instead, in words that need no knowledge of our models. */
final class Expectations {

    static final String OBJECT = "Send a JSON object.";

    private Expectations() {}

    /** What to send instead of a value. */
    static String of(JsonMappingException refused) {
        Class<?> expected = refused instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (expected == null) {
            // Our models copy their lists, which then hold no null.
            return refused.getCause() instanceof NullPointerException
                    ? "Leave null out of lists."
                    : "The value is not of the expected type.";
        }
        if (expected == String.class) {
            return refused instanceof InvalidFormatException ? StorableText.RULE : "Send text.";
        }
        if (expected.isEnum()) {
            return "Allowed are: " + allowed(expected) + ".";
        }
        if (Collection.class.isAssignableFrom(expected)) {
            return "Send a list.";
        }
        if (expected == Boolean.class || expected == boolean.class) {
            return "Send true or false.";
        }
        if (Number.class.isAssignableFrom(expected) || expected == int.class || expected == long.class) {
            return "Send a whole number.";
        }
        return refused.getPath().isEmpty() ? OBJECT : "Send an object.";
    }

    /** What to call a field instead. */
    static String ofName(UnrecognizedPropertyException refused) {
        String name = refused.getPropertyName();
        Optional<String> known = Stream.ofNullable(refused.getKnownPropertyIds())
                .flatMap(Collection::stream)
                .map(Object::toString)
                .filter(name::equalsIgnoreCase)
                .findFirst();
        return "There is no " + (name.isEmpty() ? "such field." : "field " + name + ".")
                + known.map(meant -> " Did you mean " + meant + "?").orElse("");
    }

    private static String allowed(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> !(value instanceof OnlyAnswered answered && answered.isOnlyAnswered()))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }
}
