package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A data type with a control that suits it, and the entries that are tried out on it. */
enum AskedField {
    TEXT("STRING", "Chess club", "bell \u0007", "Stop!", "[^!]*"),
    RADIO("STRING", "a", "Choice A", null, null),
    SELECT("STRING", "b", "Choice B", null, null),
    CHECKBOXES("STRING", "a", "Choice A", null, null),
    COUNTRY("STRING", "NZ", "New Zealand", null, null),
    NUMERIC("INT", "42", "forty-two", "-7", "^[0-9]+$"),
    CHECKBOX("BOOLEAN", "true", "perhaps", null, null),
    DATE("DATE", "2026-12-31", "31.12.2026", null, null),
    DATE_TIME("DATE_TIME", "2026-12-31T18:30", "2026-12-31", null, null),
    COLLECTION("STRING_COLLECTION", "b", "Choice B", null, null);

    private static final List<Map<String, String>> OPTIONS =
            List.of(Map.of("text", "Choice A", "value", "a"), Map.of("text", "Choice B", "value", "b"));

    private final String dataType;
    private final String valid;
    private final String wrongType;
    private final String mismatch;
    private final String pattern;

    AskedField(String dataType, String valid, String wrongType, String mismatch, String pattern) {
        this.dataType = dataType;
        this.valid = valid;
        this.wrongType = wrongType;
        this.mismatch = mismatch;
        this.pattern = pattern;
    }

    String attribute() {
        return "of" + name();
    }

    String dataType() {
        return dataType;
    }

    String control() {
        return this == COLLECTION ? "CHECKBOXES" : name();
    }

    Map<String, Object> settings(boolean required) {
        Map<String, Object> settings = new HashMap<>(Map.of("inputType", control(), "required", required));
        if (control().matches("RADIO|SELECT|CHECKBOXES")) {
            settings.put("options", OPTIONS);
        }
        if (pattern != null) {
            settings.put("pattern", pattern);
        }
        if (this == TEXT) {
            settings.put("patternMessage", "No exclamation mark, please.");
        }
        return settings;
    }

    /** Returns what a browser would send; nothing for a group in which nothing is chosen. */
    List<String> values(Entry entry) {
        return switch (entry) {
            case VALID -> control().equals("CHECKBOXES") ? List.of("b", "a") : List.of(valid);
            case EMPTY -> control().matches("RADIO|CHECKBOX|CHECKBOXES") ? List.of() : List.of("");
            case TOO_LONG -> List.of("1".repeat(251));
            case WRONG_TYPE -> List.of(wrongType);
            case PATTERN_MISMATCH -> mismatch == null ? values(Entry.VALID) : List.of(mismatch);
            case INJECTED_HTML -> List.of("<script>alert(1)</script>");
            case FOUR_BYTE_UNICODE -> List.of("🎲 𝔘𝔫𝔦");
            case RIGHT_TO_LEFT -> List.of("שלום עולם");
        };
    }

    boolean hasPattern() {
        return pattern != null;
    }

    /** What is entered. */
    enum Entry {
        VALID("valid"),
        EMPTY("empty"),
        TOO_LONG("too long"),
        WRONG_TYPE("wrong type"),
        PATTERN_MISMATCH("pattern mismatch"),
        INJECTED_HTML("injected HTML"),
        FOUR_BYTE_UNICODE("four-byte Unicode"),
        RIGHT_TO_LEFT("right-to-left text");

        private final String words;

        Entry(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
